errors = ExceptionGroup("top", [ValueError("a"), ExceptionGroup("nested", [KeyError("b"), ValueError("c")]), OSError("d")])
print(errors, len(errors.exceptions))
match, rest = errors.split(ValueError)
print(repr(match), repr(rest), sep="\n")
print(repr(errors.subgroup(lambda error: isinstance(error, OSError))), errors.subgroup(TypeError))
try:
    ExceptionGroup("empty", [])
except ValueError as error:
    print(error)
try:
    ExceptionGroup("base", [KeyboardInterrupt()])
except TypeError as error:
    print(error)
print(type(BaseExceptionGroup("plain", [ValueError()])).__name__, isinstance(errors, Exception))
