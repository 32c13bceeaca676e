def mixed(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(mixed(1, d=4), mixed(1, 2, 3, 4, 5, d=6, z=7), mixed(1, d=0, c=9))


def only(a, /, *, b):
    return a + b


for attempt in [lambda: only(a=1, b=2), lambda: only(1, 2), lambda: only(1), lambda: mixed(1), lambda: only(1, b=2, c=3), lambda: mixed(d=1),
                lambda: only(*[1], **{"b": 1}, **{"b": 2})]:
    try:
        print(attempt())
    except TypeError as error:
        print(error)
print(mixed.__defaults__, mixed.__kwdefaults__, only.__code__.co_varnames)
