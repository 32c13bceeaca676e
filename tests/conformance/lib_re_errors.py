# exit: 1
import re

patterns = ["(", "a)", "[a-", "*a", "a**", "a{3,1}", r"\2", "(?P<n>a)(?P<n>b)", "(?P<1>a)", r"\q", "(?<=a*)b", "[z-a]", "(?z)", "a(?i)b",
            "abc\\", "(?P=no)", "x\ny(", "(?:", "(?P<a", "(?#", "(?(9)a)"]
for pattern in patterns:
    try:
        re.compile(pattern)
    except re.error as error:
        print(f"{pattern!r:22} {error} | {error.msg} | {error.pos} {error.lineno} {error.colno}")
print(re.error is re.PatternError, issubclass(re.error, Exception))
try:
    re.sub("a", r"\1", "banana")
except re.PatternError as error:
    print(error)
try:
    re.sub("(?P<x>a)", r"\g<y>", "banana")
except IndexError as error:
    print(error)
print(re.sub("a", re.escape("\\1"), "banana"))
re.compile("(unclosed")
