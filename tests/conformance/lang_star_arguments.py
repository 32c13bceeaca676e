def show(first, *rest, sep="-", **named):
    print(first, rest, sep, named)


show(1)
show(1, 2, 3)
show(*range(4), sep="+")
show(*"ab", *[7], x=1, **{"y": 2, "z": 3})
pairs = {"sep": "/", "colour": "red"}
show("only", **pairs)


def forward(*args, **kwargs):
    return show(*args, **kwargs)


forward(9, 8, sep="*", w=0)
