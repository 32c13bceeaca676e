import asyncio
import re
from collections import Counter, defaultdict
from pathlib import Path

LOG = """\
2024-01-01 10:00:01 INFO  auth: user=ann login ok
2024-01-01 10:00:05 ERROR db: timeout after 3.5s
2024-01-01 10:01:00 WARN  auth: user=bob bad password
2024-01-01 10:01:02 ERROR auth: user=bob locked
garbage line
2024-01-01 10:02:00 INFO  db: query took 0.25s
"""
LINE = re.compile(r"^(?P<ts>\S+ \S+) (?P<level>[A-Z]+)\s+(?P<mod>\w+): (?P<msg>.*)$")


async def tail(path):
    with path.open() as f:
        while line := f.readline():
            await asyncio.sleep(0.01)
            yield line.rstrip("\n")


async def parse(lines):
    async for no, line in lines:
        if m := LINE.match(line):
            yield m.groupdict()
        else:
            print(f"line {no}: cannot parse {line!r}")


async def numbered(ait, start=1):
    n = start
    async for x in ait:
        yield n, x
        n += 1


async def main():
    p = Path("app.log")
    p.write_text(LOG)
    levels, by_mod = Counter(), defaultdict(list)
    async for rec in parse(numbered(tail(p))):
        levels[rec["level"]] += 1
        by_mod[rec["mod"]].append(rec["msg"])
    print(levels.most_common(), dict(by_mod))
    users = set(re.findall(r"user=(\w+)", LOG))
    secs = [float(x) for x in re.findall(r"(\d+\.\d+)s", LOG)]
    print(sorted(users), secs, f"{sum(secs):.2f}")
    with open("report.txt", "w") as out:
        for level, n in sorted(levels.items()):
            print(f"{level:<6}{'#' * n}", file=out)
    print(Path("report.txt").read_text(), end="")
    with open("report.txt", "a") as f1, open("app.log") as f2:
        f1.writelines(l for l in f2 if "ERROR" in l)
    print(sum(1 for _ in open("report.txt")))


asyncio.run(main())
