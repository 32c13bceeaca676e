error = "before"
try:
    raise ValueError("x")
except ValueError as error:
    print(repr(error))
try:
    print(error)
except NameError as problem:
    print(problem)
