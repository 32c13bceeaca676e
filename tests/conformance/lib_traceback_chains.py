import sys
import traceback


class ConfigError(Exception):
    pass


def read(name):
    raise FileNotFoundError(2, "No such file or directory")


def load(name):
    try:
        read(name)
    except OSError as error:
        raise ConfigError(f"cannot load {name}") from error


def start():
    try:
        load("app.ini")
    except ConfigError:
        [][0]


def hidden():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("told alone") from None


for function in (start, hidden):
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_exception(error)), end="")
        print("--", [type(e).__name__ for e in (error, error.__cause__, error.__context__)], error.__suppress_context__)
        print("".join(traceback.format_exception(type(error), error, error.__traceback__, chain=False)), end="")
        traceback.print_exception(error, limit=1, file=sys.stdout)
