import re

RULES = {
    "eight characters": r".{8,}",
    "a lower case letter": r"(?=.*[a-z])",
    "an upper case letter": r"(?=.*[A-Z])",
    "a digit": r"(?=.*\d)",
    "no spaces": r"(?!.*\s)",
}
STRONG = re.compile("".join(rule for rule in RULES.values() if rule.startswith("(?")) + r".{8,}$")


def missing(password):
    return [name for name, rule in RULES.items() if not re.match(rule, password)]


for candidate in ["short", "alllowercase1", "NoDigitsHere", "With Space 1", "G00dEnough"]:
    print(f"{candidate!r:<18}{bool(STRONG.match(candidate))!s:<6}{missing(candidate)}")

VALID = re.compile(r"^(?P<user>[\w.+-]+)@(?P<host>(?:[a-z\d-]+\.)+[a-z]{2,})$", re.I)
for address in ["a@b.co", "first.last+tag@sub.Example.org", "no-at-sign", "x@y", "@z.com"]:
    found = VALID.match(address)
    print(address, found and found.groupdict())
print(re.findall(r"(?i)\b(?:0x)?[\da-f]{2,}\b", "0xFF beef 12 g7 0Xa1"))
print([m.span() for m in re.finditer(r"(?=(\w{3}))", "abcdef")], re.findall(r"(?=(\w{3}))", "abcde"))
