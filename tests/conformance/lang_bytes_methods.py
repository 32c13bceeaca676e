data = b"hello \xff\x00 world"
print(data, len(data), data[0], data[-5:], data[6:8])
print(list(b"abc"), bytes([72, 105]), bytes(3), b"ab" + b"cd", b"-" * 3, b"a" in b"cat", 99 in b"cat")
print("naïve 中".encode(), "中".encode("utf-16-le"), b"caf\xc3\xa9".decode(), b"\xff".decode("latin-1"))
print(b"a,b".split(b","), b",".join([b"x", b"y"]), b"Hi".upper(), b" x ".strip(), b"abc".replace(b"b", b"--"))
print(b"\x01\xab".hex(), bytes.fromhex("01 ab"), b"abc".find(b"c"), b"abc".startswith(b"ab"), b'quo"te', b"it's")
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
try:
    b"a" + "a"
except TypeError as error:
    print(error)
