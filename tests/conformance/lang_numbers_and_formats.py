import math

print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 7 / 2, 2**10, 2**-1, 10**20, -(2**63), 0.1 + 0.2, 1e16, 1e15, 1.0, 1e-5, 123456789.123456789)
print(int("42"), int("-0b101", 2) if False else int("101", 2), int(3.99), int(-3.99), float("1e3"), float("inf"), -float("inf"), float("nan"), int("1_000"), 1_000_000, 0xff, 0o17, 0b11)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(0.5), abs(-3), abs(-2.5), pow(2, 10, 1000), (5).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (7).bit_count())
print(math.sqrt(2), math.pi, math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.log(100, 10), math.log2(8), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3]), math.fsum([0.1] * 10), sum([0.1] * 10), math.inf > 10**100, math.isnan(math.nan))
print((0.1).as_integer_ratio(), (2.5).is_integer(), (4.0).is_integer(), (10).as_integer_ratio(), 1.5.hex(), float.fromhex("0x1.8p+0"), True + True, True == 1, isinstance(True, int), bool([]), bool("0"), not 0)
print(f"{3.14159:.2f} {1000000:,} {0.25:.0%} {42:05d} {42:x} {42:#b} {1e10:g} {1234.5:10.1f}| {-5:+d} {5: d} {'s':>4} {'s':*^5} {12345.678:,.1f} {0.00001234:.3e} {255:#06x} {True:d} {1.0} {10**15} {1.5e300}")
print("%.3f %5d|%-5d|%05d %+d %x %X %e %g %s %%" % (1 / 3, 42, 42, 42, 42, 255, 255, 12345.678, 0.0001, None))
print(3 == 3.0, 1 < 2 < 3, 1 < 3 > 2, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -8 >> 1, 0.1 + 0.2 == 0.3, 10**18 * 10, hash(1.0) == hash(1))
for text in ("3.7", "abc", "", " 5 ", "1e2", "0x10", "१२"):
    for kind in (int, float):
        try:
            print(kind.__name__, repr(text), kind(text))
        except ValueError as error:
            print(error)
print(max(3, 7, 5), min([4, 2]), max("abc", "abd"), max([1, -5], key=abs), min([], default=None), sum(range(101)), sum([[1], [2]], []), any([0, ""]), all([]))
print(str(1.0), repr(0.1), 1e100, 5e-324, 1.7976931348623157e308, 2**0.5, 1 / 3, 100.0, 1e22, 123456789012345680.0, -0.0, 0.0 == -0.0)
