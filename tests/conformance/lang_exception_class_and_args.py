class Stop(Exception):
    def __init__(self, code, reason="none"):
        super().__init__(code, reason)
        self.code = code

    def __str__(self):
        return f"stopped with {self.code}"


try:
    raise Stop(3)
except Exception as error:
    print(error, repr(error), error.args, error.code)

print(repr(ValueError()), repr(ValueError("a", 1)), str(ValueError("a", 1)), str(KeyError("k")))
print(isinstance(KeyError(), LookupError), issubclass(ZeroDivisionError, ArithmeticError))
try:
    raise ValueError
except ValueError as error:
    print(error.args)
