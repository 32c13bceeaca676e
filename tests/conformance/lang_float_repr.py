print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.0, -0.0, 5e-324, 1.7976931348623157e308)
print(float("inf"), float("-inf"), float("nan"), float("1e3"), float(" 2.5 "))
print(3.0 == 3, 3.7 // 1, -3.7 // 1, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), 2**0.5, 2**-1, 10 / 2)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(5, -1), round(1e20))
print((2.5).is_integer(), (4.0).is_integer(), (0.5).as_integer_ratio(), int(1e20), float(10**20))
print(float("nan") == float("nan"), float("inf") > 10**100, abs(-2.5), min(1.0, 1), max(1, 1.0))
for action in [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0**-1]:
    try:
        action()
    except ZeroDivisionError as error:
        print(error)
