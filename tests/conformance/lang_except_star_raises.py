try:
    try:
        raise ExceptionGroup("eg", [ValueError("v"), TypeError("t"), KeyError("k")])
    except* ValueError as group:
        raise RuntimeError("while handling values") from group
    except* TypeError as group:
        raise
except ExceptionGroup as errors:
    print(repr(errors))
    print([type(error).__name__ for error in errors.exceptions])
