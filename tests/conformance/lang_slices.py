s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-2], s[8:2:-2], s[20:], s[5:2], s[:])
s[2:5] = ["a", "b"]
print(s)
s[1:1] = [100, 200]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
del s[:3]
print(s)
del s[::2]
print(s)
s[:] = []
print(s)
t = (1, 2, 3, 4)
print(t[1:3], t[::-1], "slice"[1:-1], b"bytes"[::2], range(10)[2:8:3], t[slice(1, None)])
x = [1, 2, 3, 4]
try:
    x[::2] = [0]
except ValueError as error:
    print(error)
