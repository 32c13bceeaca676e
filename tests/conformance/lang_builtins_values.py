print(abs(-3), abs(-2.5), divmod(17, 5), pow(2, 10), round(3.14159, 2), round(2.5), round(-1.5))
print(bool([]), bool("0"), int("42"), float("2.5"), str(10), repr("x"), chr(65), ord("a"), hex(255), bin(5), oct(8))
print(isinstance(1, int), isinstance(True, int), isinstance("a", (int, str)), isinstance(None, type(None)), callable(len), callable(1))
print(type(1), type("a"), type(None), type([]), type(1.5) is float, type(print), type(lambda: 0))
print(hash("a") == hash("a"), hash(1) == hash(1.0), id(None) == id(None), len({1: 2}), ascii("é"), format(3.14159, ".2f"), format(255, "x"))
print(iter([1]) is not None, list(iter([1, 2].pop, 1)), slice(1, 2))
print(None, NotImplemented, ..., __name__)
one, text, function = 1, "a", len
for action in [lambda: one + text, lambda: text + one, lambda: [one] + (one,), lambda: len(one), lambda: None.x, lambda: one(),
               lambda: text["b"], lambda: -text, lambda: int([]), lambda: text[9], lambda: iter(one), lambda: function[0]]:
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
