def attempt(error):
    try:
        try:
            if error:
                raise error
        except* (ValueError, TypeError) as group:
            print("values", group.exceptions)
        except* OSError as group:
            print("os", group.exceptions)
        else:
            print("nothing raised")
        finally:
            print("finally")
    except BaseException as left:
        print("left over", repr(left))


attempt(None)
attempt(ValueError("alone"))
attempt(ExceptionGroup("many", [ValueError(1), OSError(2), TypeError(3)]))
attempt(ExceptionGroup("some", [KeyError(1), ValueError(2)]))
attempt(KeyError("other"))
