def flow(action):
    log = []
    try:
        log.append("try")
        if action == "return":
            return log
        if action == "raise":
            raise ValueError("v")
        if action == "key":
            {}["k"]
    except ValueError as error:
        log.append(f"except {error}")
    except (KeyError, IndexError) as error:
        log.append(f"lookup {error!r}")
        raise
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("end")
    return log


for action in ("", "return", "raise", "key"):
    try:
        print(action, flow(action))
    except KeyError as error:
        print("outside", error)


def overriding():
    try:
        return "try"
    finally:
        return "finally"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("never")
    return i


print(overriding(), loop())


class ValidationError(Exception):
    """Base of all."""


class TooShort(ValidationError):
    def __init__(self, text, least):
        self.text, self.least = text, least
        super().__init__(f"{text!r} is shorter than {least}")


class Missing(ValidationError, KeyError):
    pass


def validate(form):
    try:
        name = form["name"]
    except KeyError as error:
        raise Missing("name") from error
    if len(name) < 3:
        raise TooShort(name, 3)
    return name


for form in ({"name": "Ada"}, {"name": "x"}, {}):
    try:
        print(validate(form))
    except TooShort as error:
        print("too short:", error, error.least)
    except ValidationError as error:
        print(type(error).__name__, error, error.args, repr(error.__cause__), isinstance(error, LookupError))


def converted(text):
    for kind in (int, float, complex):
        try:
            return kind(text)
        except ValueError as error:
            print("  no:", error)
    return text


print(converted("12"), converted("1.5"), converted("abc"))
for code in ("1/0", "[][0]", "{}['a']", "int('x')", "None.attr", "'a' + 1", "undefined", "len(5)", "(1).real()", "[1,2].remove(3)", "'abc'.index('z')", "float('nope')", "dict([1])", "int([])", "'{}'.format()", "'%d' % 'x'", "range(0, 5, 0)", "[3, 'a'].sort()", "max([])", "chr(-1)", "ord('ab')", "5 in 5", "{[]: 1}", "(lambda x: x)()", "print(sep=1)", "abs('x')", "sum(['a'])", "list(5)", "bytes('x')", "hash([])", "isinstance(1, 'int')", "''.join([1])", "(1, 2)[5]", "x.y.z", "round('a')", "2 ** 'a'", "b'' + ''", "not_there()", "True.foo", "str(b'x', 'utf-8', 5)", "pow(2, -1, 4)", "int('1' * 5000)", "divmod(1, 0)", "1 % 0", "5 // 0.0", "'x' * 'y'", "set([[]])", "frozenset(5)", "iter(3)", "zip(1)", "sorted([1, 'a'])", "reversed({1})"):
    try:
        print(code, "->", eval(code))
    except Exception as error:
        print(code, "->", type(error).__name__, error)
try:
    assert 1 > 2, "math works"
except AssertionError as error:
    print("assert:", error)
try:
    raise Exception
except Exception as error:
    print(repr(error), str(error) == "")
