# exit: 1
# Expressions on several lines: which lines are shown, and what is left out.
class Chatty:
    def foo(self, x): raise OSError("foo")
    def bar(self, x): return self
o = Chatty()


def case_1():
    (o
      .bar(1)
      .foo(
         1,
         2))


def case_2():
    (o
      .bar(1)
      .foo(1)
    )


def case_3():
    (o
      .bar(1)
      .foo(
         x=1,
      ))


def case_4():
    o.bar(
        1).foo(2)


def case_5():
    o.bar(
        1).q.r


def case_6():
    o.bar(
        1).q.r = 2


def case_7():
    (o.
      bar(1).foo)(
        2)


def case_8():
    return (
        o.bar(1).foo(2) +
          3
    )


def case_9():
    x = [
        1,
        2,
        3,
        4 /
         0,
        5,
        6,
    ]


def case_10():
    raise ValueError(
        "a"
        "b"
        "c"
    )


def case_11():
    x = o.foo(
       o.bar(1),
       o.bar(2),
       o.bar(3),
       o.bar(4),
    ) + o.foo(1)


def case_12():
    return ("a" +
      "b" +
      # comment
      "c" \
       + 3)


def case_13():
    x = o[
      1,
      2,
      3, 4,
      5]


def case_14():
    o  .  foo  ( 1 )


def case_15():
    (o)  . foo (1)  ; x = 1


def case_16():
	o.foo(1)


def case_17():
    f"{1 / 0!r:>{3}}" + "abc"


def case_18():
    print("中文", 1 / 0, "字")


def case_19():
    中文 = "中" / 2 ; x = "文"


def case_20():
    return [1, 2,
      1/0]


def case_21():
    o.foo(1) if o else 3


def case_22():
    await_ = o.bar(o.bar(o.foo(1)))


def case_23():
    ((1)) / ((0))


def case_24():
    (1)/(0)


def case_25():
    (1)//(0)


def case_26():
    1 // 0


def case_27():
    1//0


def case_28():
    2 ** "x"


def case_29():
    o.foo(1); o.foo(2)


def case_30():
    x = o.foo(1); o.foo(2)


def case_31():
    if o.foo(1):
        pass


def case_32():
    sorted([3, 1, 2], key=lambda v:
       1/0)


def case_33():
    print(1,
          2,
          3, 1/
          0,
          5)


def case_34():
    return max(
        1, 2, "x")


def case_35():
    if True:
        print(o.foo(
    1))


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
