import sys


def check(value):
    if value < 0:
        error = ValueError(f"negative: {value}")
        error.add_note("values come from the form")
        error.add_note("try again")
        raise error
    return value


try:
    check(-1)
except ValueError as error:
    print(error, error.__notes__, sys.exc_info()[0] is ValueError, sys.exception() is error)


def many(numbers):
    errors = []
    for number in numbers:
        try:
            check(number)
            if number == 0:
                raise ZeroDivisionError("zero")
        except Exception as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("bad numbers", errors)


try:
    many([1, -2, 0, -3])
except* ValueError as group:
    print("values:", [str(error) for error in group.exceptions], group.message)
except* ZeroDivisionError as group:
    print("zeros:", group.exceptions)

group = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), ValueError(3)]), OSError(4)])
match, rest = group.split(ValueError)
print(repr(match), repr(rest))
print(repr(group.subgroup(lambda error: isinstance(error, OSError))), group.subgroup(KeyError))
print(repr(group.derive([KeyError("k")])), isinstance(group, Exception), str(group))
try:
    try:
        raise group
    except* TypeError:
        print("types gone")
except ExceptionGroup as left:
    print(repr(left))
try:
    try:
        raise KeyError("alone")
    except* KeyError as caught:
        print(repr(caught))
        raise
except BaseException as error:
    print(type(error).__name__, repr(error))
try:
    ExceptionGroup("empty", [])
except ValueError as error:
    print(error)
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError as error:
    print(repr(error.__cause__), error.__suppress_context__, repr(error.__context__))
try:
    try:
        {}["key"]
    except KeyError:
        raise LookupError("hidden") from None
except LookupError as error:
    print(error.__cause__, repr(error.__context__))


class AppError(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(f"code {code}")
        self.code, self.hint = code, hint


try:
    raise AppError(7, hint="reboot")
except AppError as error:
    print(error, error.args, error.code, error.hint, repr(error))
