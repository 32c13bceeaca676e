print("{} {} {}".format(1, "two", 3.0))
print("{1} {0} {name}".format("a", "b", name="c"))
print("{0:>6}|{0:<6}|{0:^6}|{0:-^6}".format("mid"))
print("{:.3f} {:,} {:08.2f} {!r}".format(2 / 3, 10**9, 3.14159, "q"))
print("{0[1]} {1[key]} {2.real}".format([5, 6], {"key": "v"}, 7))
print("{:{}}|{:>{w}}".format("x", 4, "y", w=3))
try:
    "{} {}".format(1)
except IndexError as error:
    print(error)
try:
    "{missing}".format(a=1)
except KeyError as error:
    print(repr(error))
