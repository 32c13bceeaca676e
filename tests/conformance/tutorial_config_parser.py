import re
from datetime import timedelta

UNITS = {"ms": "milliseconds", "s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def duration(text):
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*(ms|[smhd])", text)
    if not parts or re.sub(r"(\d+(?:\.\d+)?)\s*(ms|[smhd])|\s", "", text):
        raise ValueError(f"not a duration: {text!r}")
    total = timedelta()
    for number, unit in parts:
        total += timedelta(**{UNITS[unit]: float(number)})
    return total


def parse(text):
    section, result = None, {}
    for number, line in enumerate(text.splitlines(), 1):
        line = re.sub(r"\s*#.*$", "", line).strip()
        if not line:
            continue
        if header := re.fullmatch(r"\[(?P<name>[\w.]+)\]", line):
            section = result.setdefault(header["name"], {})
        elif pair := re.fullmatch(r"(?P<key>\w+)\s*=\s*(?P<value>.+)", line):
            if section is None:
                raise SyntaxError(f"line {number}: no section yet")
            section[pair["key"]] = pair["value"].strip("'\"")
        else:
            raise SyntaxError(f"line {number}: cannot read {line!r}")
    return result


CONFIG = """
# jobs
[poll]
every = 1m 30s   # often
name = "poller"
[purge.old]
every = 2d4h
"""
config = parse(CONFIG)
print(config)
for name, section in config.items():
    print(name, duration(section["every"]), duration(section["every"]).total_seconds())
print(duration("250ms"), duration("1.5h"), repr(duration("36h")))
for bad in ("soon", "5 parsecs", "10"):
    try:
        duration(bad)
    except ValueError as error:
        print(error)
for bad in ("key = 1", "[a]\nwhat is this"):
    try:
        parse(bad)
    except SyntaxError as error:
        print(error)
