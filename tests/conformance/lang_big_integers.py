print(2**100, -(2**64), 10**30 // 7, 10**30 % 7)
factorial = 1
for n in range(1, 31):
    factorial *= n
print(factorial, len(str(factorial)))
print((1 << 70) - 1, (1 << 70) >> 68, 12345678901234567890 & 0xFFFFFFFF, 5 ^ 3, 5 | 8, ~7)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, divmod(-7, 2), pow(3, 200, 1000), pow(2, -1))
print(int("123456789" * 3), int("ff", 16), int("0b101", 0), int("-12"), int(" 7 "), int(3.99), int(-3.99))
print(hex(2**40), oct(64), bin(10), 0xFF, 0o17, 0b11, 1_000_000)
print((2**70).bit_length(), 10**20 == 1e20, 2**53 + 1 == float(2**53), hash(5), True + True)
for text in ["1.5", "", "twelve"]:
    try:
        int(text)
    except ValueError as error:
        print(error)
