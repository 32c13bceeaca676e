def noisy(n):
    print("make", n)
    return n


lazy = (noisy(n) for n in range(3))
print("nothing yet")
print(next(lazy))
print(sum(lazy), list(lazy))
print(any(noisy(n) > 0 for n in range(10)))
