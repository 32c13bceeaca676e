print(f"{3.0} {1e16} {1e-7} {123456789.123456789} {0.1 + 0.2:.17g} {2.5:.0f} {3.5:.0f} {-0.0:+.1f}")
print(f"{1234.5678:,.2f} {1234567:_} {0xDEADBEEF:_x} {255:#010b} {42:>+8} {-42:08d} {42:^9}|")
print(f"{'中文':>6}|{'中文':<6}|{'x':é^5}|{None!s:>6}|{'long text':.4}|")
print(f"{True:5}|{True!s:5}|{1.5:5}|{1.5:<7}|{[1]!s:>5}|")
print("%5.1f|%-8s|%+d|%e|%g|%%|%c" % (2.25, "ab", 5, 12345.678, 1e-10, 97), "%s %s" % ("a", None), "%r" % ("t",))
print("{:>{w}.{p}f}|{!r:^7}|".format(3.14159, "q", w=8, p=2), "{0[0]}{0[1]}".format("xy"))
print(f"{'nested ' + f'{1 + 1}' + ' deep'} {'a' 'b'} {{x}} {(lambda: 5)()}", f"{'''multi'''}", f"{'\n'.join(['a', 'b'])}")
value = 7
print(f"{value=}", f"{value = :>4}", f"{value + 1=}", f"{'text'=}", f"{value!r}", rf"\n{value}")
for spec in ("d", "z", ",s"):
    try:
        print(format(1.5, spec))
    except ValueError as error:
        print(error)
