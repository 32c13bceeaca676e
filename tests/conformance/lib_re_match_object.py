import re

m = re.search(r"(?P<first>\w+)\s(?P<second>\w+)?(\d)?", "say: hello world")
print(m)
print(m.group(), m[1], m["second"], m.group("first", 2, 3))
print(m.start(), m.end(), m.span("second"), m.span(3), m.pos, m.endpos, m.string, m.re.pattern)
print(m.groups(), m.groups("-"), m.groupdict(), m.lastindex, m.lastgroup, m.expand(r"<\2|\g<first>>"))
print(bool(m), m.regs)
for bad in (4, "third", -1):
    try:
        m.group(bad)
    except IndexError as error:
        print(type(error).__name__, error)
if (found := re.match(r"\d+", "42 is the answer")) is not None:
    print(int(found.group()) + 1)
print(re.match("x", "y") is None, re.compile("a").fullmatch("ab"))
try:
    re.match("x", "y").group()
except AttributeError as error:
    print(error)
try:
    re.match("x", None)
except TypeError as error:
    print(error)
long = re.search(".+", "x" * 80)
print(long)
