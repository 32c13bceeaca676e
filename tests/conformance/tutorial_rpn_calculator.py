import math
import operator
import re

BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow, "%": operator.mod}
TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<name>[a-z]+)|(?P<sign>[-+*/^%()]))")
PRIORITY = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}


def tokens(text):
    place = 0
    while place < len(text.rstrip()):
        found = TOKEN.match(text, place)
        if not found:
            raise SyntaxError(f"unexpected {text[place]!r} at {place}")
        yield found.lastgroup, found[found.lastgroup]
        place = found.end()


def to_rpn(text):
    out, stack = [], []
    for kind, token in tokens(text):
        if kind != "sign":
            out.append(token)
        elif token == "(":
            stack.append(token)
        elif token == ")":
            while stack and stack[-1] != "(":
                out.append(stack.pop())
            if not stack:
                raise SyntaxError("unbalanced )")
            stack.pop()
        else:
            while stack and stack[-1] != "(" and (PRIORITY[stack[-1]] > PRIORITY[token] or PRIORITY[stack[-1]] == PRIORITY[token] and token != "^"):
                out.append(stack.pop())
            stack.append(token)
    return out + stack[::-1]


def evaluate(text):
    stack = []
    for token in to_rpn(text):
        if token in BINARY:
            right, left = stack.pop(), stack.pop()
            stack.append(BINARY[token](left, right))
        elif token.isalpha():
            stack.append(getattr(math, token))
        else:
            stack.append(float(token))
    return stack[0]


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - .5", "2 * pi", "7 % 4 * tau"):
    print(text, "=>", " ".join(to_rpn(text)), "=", round(evaluate(text), 6))
for text in ("1 $ 2", "1 + 2)", "1 / 0", "foo"):
    try:
        print(evaluate(text))
    except (SyntaxError, ZeroDivisionError, AttributeError) as error:
        print(type(error).__name__, error)
