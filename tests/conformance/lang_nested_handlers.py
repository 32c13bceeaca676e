def inner():
    try:
        raise KeyError("a")
    except ValueError:
        print("not this one")
    finally:
        print("inner finally")


try:
    try:
        inner()
    except KeyError as error:
        print("outer", error, error.args)
        raise IndexError("b")
    finally:
        print("outer finally")
except LookupError as error:
    print(type(error).__name__, repr(error.__context__))
