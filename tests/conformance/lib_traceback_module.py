import traceback


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as error:
        raise TypeError("shallow") from error


try:
    outer()
except TypeError as error:
    text = traceback.format_exc()
    print(text, end="")
    print(traceback.format_exception_only(error), len(traceback.extract_tb(error.__traceback__)))
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)], error.__traceback__.tb_lineno)
    traceback.print_exc()
