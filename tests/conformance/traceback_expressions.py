# exit: 1
# Where the carets stand below each kind of expression and statement.
class Stubborn:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError("x")
    async def __aenter__(self): raise OSError("ae")
    async def __aexit__(self, *a): pass
    def __iter__(self): return self
    def __next__(self): raise OSError("next")
    def __eq__(self, o): raise OSError("eq")
    def __bool__(self): raise OSError("bool")
    def __getitem__(self, i): raise OSError("gi")
    def __setitem__(self, i, v): raise OSError("si")
    def __delitem__(self, i): raise OSError("di")
    def __setattr__(self, i, v): raise OSError("sa")
    def __iadd__(self, o): raise OSError("iadd")
    def __format__(self, o): raise OSError("fmt")
    def __call__(self, o): raise OSError("call")
    def __contains__(self, o): raise OSError("cont")
    def __neg__(self): raise OSError("neg")
    def __getattr__(self, n): raise OSError("ga")
    def __lt__(self, o): return self
m = Stubborn()


def case_1():
    with m:
        pass


def case_2():
    for x in m:
        pass


def case_3():
    for x in 5: pass


def case_4():
    a, b = [1]


def case_5():
    a = (b, c) = 1


def case_6():
    if m == 2 or 3: pass


def case_7():
    if m: pass


def case_8():
    while not m: pass


def case_9():
    x = 1 if m else 2


def case_10():
    return m[1:2]


def case_11():
    m[1] = 2


def case_12():
    del m[1]


def case_13():
    m.x = 3


def case_14():
    m.a += 3


def case_15():
    n = m
    n += 4


def case_16():
    return f"abc {m.x!r} def"


def case_17():
    return [x for x in m if x]


def case_18():
    return [m[x] for x in (1, 2)]


def case_19():
    return {m: m[1]}


def case_20():
    return {[]: 1}


def case_21():
    return {1, []}


def case_22():
    return sum(m[x] for x in (1,))


def case_23():
    return sum(x for x in m)


def case_24():
    assert 1 == 2


def case_25():
    assert 1 == 2, "words"


def case_26():
    assert m, "words"


def case_27():
    assert (1 ==
        2), "words"


def case_28():
    import nothing


def case_29():
    return 1 in m and 2


def case_30():
    return -m


def case_31():
    return not m


def case_32():
    return undefined


def case_33():
    print(undefined, 1)


def case_34():
    m(1)(2)


def case_35():
    m.foo(1).bar(2)


def case_36():
    return len([1]).foo(1).bar(2)


def case_37():
    return (len([1])
      .foo(1)
      .bar(2))


def case_38():
    raise ValueError


def case_39():
    raise ValueError("x") from m


def case_40():
    raise m.e


def case_41():
    x = yield_from()


def case_42():
    del undefined_x


def case_43():
    print(1, *5)


def case_45():
    return [*5]


def case_46():
    return {**5}


def case_47():
    a, *b = 5


def case_48():
    (lambda: 1/0)()


def case_49():
    if 1 < 2 < 3 < "x":
        pass


def case_50():
    x: int = 1/0


def case_51():
    global gg
    del gg


def case_52():
    m.x.y.z


def case_53():
    m[0][1][2]


def case_54():
    int(
        "x",
    )


def case_55():
    x = int("x")


def case_56():
    return int("x")


def case_57():
    return (int("x"))


def case_58():
    x = y = int("x")


def case_59():
    return [int(y) for y in "x"]


def case_60():
    match 1:
        case 1 if m: pass


def case_61():
    try:
        1/0
    finally:
        int("y")


def case_62():
    try:
        1/0
    except KeyError:
        pass


def case_63():
    try:
        1/0
    except 5:
        pass


def case_64():
    try:
        int("z")
    except ValueError as e:
        raise e


def case_65():
    try:
        int("z")
    except ValueError as e:
        raise


def case_66():
    (yield_ := int("a"))


def case_67():
    int("x") + int("y") * (3
       - len(5))


def case_68():
    m.x = int("q")


def case_69():
    a = b, c, d = 1, 2


def case_70():
    for a, b in [1]: pass


def case_71():
    [a for a, b in [1]]


def case_72():
    with 5: pass


def case_73():
    with 5 as x: pass


def case_74():
    print(1 if m else 2, 3 and m.x)


def case_75():
    "%d" % "x"


def case_76():
    "é中文" + 1 + m.foo


def case_77():
    def f(a, b): pass
    f(1)


def case_78():
    m.__class__.foo


def case_79():
    m.foo(a=1, b=2)


def case_81():
    m < 1 < 2


def case_82():
    if m < 1 < 2: pass


def case_83():
    if 1 and m: pass


def case_84():
    m[1] += 1


def case_85():
    class A:
        def f(self): super().nope()
    A().f()


def case_86():
    class A:
        def f(self): super().nope
    A().f()


def failures(cases):
    for number, case in enumerate(cases):
        try:
            case()
        except Exception as error:
            yield error
        else:
            print(number, "did not fail")


CASES = [case for name, case in globals().items() if name.startswith("case_")]
errors = list(failures(CASES))
groups = [ExceptionGroup(f"{at} and on", errors[at : at + 15]) for at in range(0, len(errors), 15)]
raise ExceptionGroup("all of them", groups)
