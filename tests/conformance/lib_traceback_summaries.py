import sys
import traceback


def fibonacci(n):
    if n < 0:
        raise ValueError(
            "negative: "
            f"{n}"
        )
    return n if n < 2 else fibonacci(n - 3) + fibonacci(n - 2)


try:
    fibonacci(5)
except ValueError as error:
    tb = error.__traceback__
    summary = traceback.extract_tb(tb)
    print(len(summary), summary[-1].name, summary[-1].lineno, summary[-1].line, summary[0].filename)
    for filename, lineno, name, line in summary:
        print(f"{filename}:{lineno} {name}: {line}")
    print("".join(traceback.format_list(summary[:2])), end="")
    print("".join(traceback.format_tb(tb, limit=1)), end="")
    traceback.print_tb(tb, file=sys.stdout)
    while tb.tb_next:
        tb = tb.tb_next
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno)
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    told = traceback.TracebackException.from_exception(error)
    print(str(told), list(told.format_exception_only()), len(list(told.format())), told.exc_type_str)
    error.add_note("while testing")
    print(traceback.format_exception_only(error))
print(traceback.format_exc(), end="")


def recurse(n):
    return recurse(n - 1) if n else 1 / 0


try:
    recurse(8)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
