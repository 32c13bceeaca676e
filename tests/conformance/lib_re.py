import re

log = "2024-01-02 ERROR disk full; 2024-01-03 INFO ok; 2024-02-10 ERROR net down"
pattern = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) (.+?)(?:;|$)")
for match in pattern.finditer(log):
    print(match.group("date"), match["level"], match.group(3), match.span(), match.groupdict())
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)=(\d)", "x=1 y=2"), re.split(r"[,;\s]+", "a, b;c  d"))
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"), re.sub("a", lambda m: m.group().upper(), "banana", count=2))
print(re.match("b", "abc"), re.search("b", "abc").start(), re.fullmatch(r"\w+", "abc") is not None, re.match(r"(a)(b)?", "ac").groups())
print(re.sub(r"\s+", " ", "  many   spaces "), bool(re.search("HELLO", "say hello", re.IGNORECASE)), re.escape("a.b*c"))
print(re.findall(r"^\w", "one\ntwo", re.MULTILINE), re.split("(-)", "a-b-c"), re.subn("x", "y", "xxz"), re.compile("a+").pattern)
try:
    re.compile("(unclosed")
except re.error as error:
    print(error)
