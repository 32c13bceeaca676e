from collections import namedtuple
from enum import Enum, auto

Token = namedtuple("Token", "kind text place")


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    OP = auto()
    END = auto()


def tokenize(text):
    place = 0
    while place < len(text):
        char = text[place]
        if char.isspace():
            place += 1
            continue
        start = place
        if char.isdigit() or char == ".":
            while place < len(text) and (text[place].isdigit() or text[place] == "."):
                place += 1
            yield Token(Kind.NUMBER, text[start:place], start)
        elif char.isalpha():
            while place < len(text) and text[place].isalnum():
                place += 1
            yield Token(Kind.NAME, text[start:place], start)
        elif char in "+-*/^()=,":
            place += 1
            yield Token(Kind.OP, char, start)
        else:
            raise SyntaxError(f"unexpected {char!r} at {place}")
    yield Token(Kind.END, "", len(text))


class Parser:
    BINARY = {"+": (1, False), "-": (1, False), "*": (2, False), "/": (2, False), "^": (4, True)}

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def current(self):
        return self.tokens[self.at]

    def take(self, text=None):
        token = self.current
        if text is not None and token.text != text:
            raise SyntaxError(f"expected {text!r} but got {token.text or 'the end'!r} at {token.place}")
        self.at += 1
        return token

    def parse(self):
        tree = self.expression(0)
        self.take("")
        return tree

    def expression(self, least):
        left = self.prefix()
        while self.current.text in self.BINARY and self.BINARY[self.current.text][0] >= least:
            op = self.take().text
            level, right_first = self.BINARY[op]
            left = (op, left, self.expression(level + (not right_first)))
        return left

    def prefix(self):
        match self.take():
            case Token(Kind.NUMBER, text):
                return float(text) if "." in text else int(text)
            case Token(Kind.NAME, name) if self.current.text == "(":
                self.take("(")
                args = []
                while self.current.text != ")":
                    args.append(self.expression(0))
                    if self.current.text == ",":
                        self.take()
                self.take(")")
                return ("call", name, *args)
            case Token(Kind.NAME, name):
                return name
            case Token(Kind.OP, "-"):
                return ("neg", self.expression(3))
            case Token(Kind.OP, "("):
                inner = self.expression(0)
                self.take(")")
                return inner
            case Token(kind, text, place):
                raise SyntaxError(f"unexpected {text or kind.name} at {place}")


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case str(name):
            return names[name]
        case ("neg", inner):
            return -evaluate(inner, names)
        case ("call", name, *args):
            return names[name](*(evaluate(arg, names) for arg in args))
        case (op, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "^": a.__pow__}[op](b) if op != "/" else a / b


names = {"pi": 3, "max": max, "x": 5, "double": lambda n: 2 * n}
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "8 / 4 / 2", "max(1, x, pi) * double(x + 1)", "x", "1.5 * 4", "", "1 +", "2 $ 3", "(1", "y + 1", "1 / 0", "max()", "1 2"):
    try:
        tree = Parser(text).parse()
        print(f"{text:<32} {tree!r:<50} {evaluate(tree, names)}")
    except (SyntaxError, ArithmeticError, LookupError, TypeError) as error:
        print(f"{text:<32} {type(error).__name__}: {error}")
