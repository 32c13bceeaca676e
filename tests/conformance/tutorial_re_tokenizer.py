"""A tokenizer in the manner of the re documentation."""
import re
from collections import namedtuple

Token = namedtuple("Token", "kind value line column")


def tokenize(code):
    keywords = {"IF", "THEN", "ENDIF", "PRINT"}
    rules = [
        ("NUMBER", r"\d+(\.\d*)?"),
        ("ASSIGN", r":="),
        ("END", r";"),
        ("ID", r"[A-Za-z_]\w*"),
        ("OP", r"[+\-*/<>=]"),
        ("STRING", r"'[^']*'"),
        ("NEWLINE", r"\n"),
        ("SKIP", r"[ \t]+"),
        ("MISMATCH", r"."),
    ]
    joined = "|".join(f"(?P<{name}>{rule})" for name, rule in rules)
    line, start = 1, 0
    for found in re.finditer(joined, code):
        kind, value = found.lastgroup, found.group()
        column = found.start() - start
        if kind == "NUMBER":
            value = float(value) if "." in value else int(value)
        elif kind == "ID" and value in keywords:
            kind = value
        elif kind == "NEWLINE":
            start, line = found.end(), line + 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)


program = """IF total > 10 THEN
    price := total * 0.95;
    PRINT 'cheaper'
ENDIF;
"""
for token in tokenize(program):
    print(token)
try:
    list(tokenize("a := 5 ? 3"))
except RuntimeError as error:
    print(error)
