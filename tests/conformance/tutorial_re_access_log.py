import re
from collections import Counter

LOG = '''
10.0.0.1 - - [05/Mar/2024:10:15:32 +0000] "GET /index.html HTTP/1.1" 200 5120
10.0.0.2 - bob [05/Mar/2024:10:15:40 +0000] "POST /api/login HTTP/1.1" 401 99
10.0.0.1 - - [05/Mar/2024:10:16:01 +0000] "GET /style.css HTTP/1.1" 304 -
garbage line
10.0.0.3 - ann [05/Mar/2024:10:17:59 +0000] "DELETE /api/items/7 HTTP/2" 500 12
'''
LINE = re.compile(
    r"""
    (?P<host>\d{1,3}(?:\.\d{1,3}){3})\s   # the address
    \S+\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<verb>[A-Z]+)\s(?P<path>\S+)\s[^"]*"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)$
    """,
    re.VERBOSE | re.MULTILINE,
)
hits = Counter()
for match in LINE.finditer(LOG):
    row = match.groupdict()
    hits[row["host"]] += 1
    size = 0 if row["size"] == "-" else int(row["size"])
    print(f'{row["verb"]:<7}{row["path"]:<14}{row["status"]} {size:>6} {row["user"]}')
print(hits.most_common(1), len(LINE.findall(LOG)), LINE.groups, LINE.flags)
print(dict(LINE.groupindex))
print([line for line in LOG.splitlines() if line and not LINE.match(line)])
