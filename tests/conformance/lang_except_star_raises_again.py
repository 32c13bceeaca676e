# In `except*`, a bare `raise` gives the part back to its group; `raise error` makes it an exception of its own.
import traceback


def bare():
    try:
        raise ExceptionGroup("all", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise


def named():
    try:
        raise ExceptionGroup("all", [ValueError(1), TypeError(2)])
    except* ValueError as error:
        print(error.__suppress_context__, error.__cause__, error.__context__)
        raise error


def both():
    try:
        raise ExceptionGroup("all", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError as error:
        raise error
    except* TypeError:
        raise


def other():
    try:
        raise ExceptionGroup("all", [ValueError(1), TypeError(2)])
    except* ValueError as error:
        raise KeyError("new") from error


def only():
    try:
        raise ExceptionGroup("all", [ValueError(1)])
    except* ValueError as error:
        raise error


for function in (bare, named, both, other, only):
    print(function.__name__)
    try:
        function()
    except BaseException as error:
        print(repr(error), error.__suppress_context__)
        print(traceback.format_exc())
