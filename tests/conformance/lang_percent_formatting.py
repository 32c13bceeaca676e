print("%s %r %d %5d|%-5d|%05d" % ("a", "a", 3, 42, 42, 42))
print("%.2f %8.3f %e %g %x %X %o %c %c" % (3.14159, 2.5, 12345.678, 0.0001, 255, 255, 8, 65, "z"))
print("%(name)s is %(age)d" % {"name": "Ada", "age": 36})
print("100%% of %s" % 5, "%s" % (1, ) , "%s and %s" % (None, [1]))
print("%10s|%-10s|%.3s" % ("right", "left", "truncated"))
for template, values in [("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2))]:
    try:
        print(template % values)
    except TypeError as error:
        print(error)
