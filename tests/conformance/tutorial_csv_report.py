import asyncio
import csv
import io
from collections import defaultdict
from operator import itemgetter

DATA = """name,dept,salary
"Smith, Ann",eng,5000
Bob,ops,3000
Cid,eng,4500
"""


async def rows(text):
    for row in csv.DictReader(io.StringIO(text)):
        await asyncio.sleep(0.1)
        row["salary"] = int(row["salary"])
        yield row


async def main():
    by_dept = defaultdict(list)
    async for row in rows(DATA):
        by_dept[row["dept"]].append(row)
    out = io.StringIO()
    w = csv.writer(out, lineterminator="\n")
    w.writerow(["dept", "n", "avg", "names"])
    for dept, people in sorted(by_dept.items()):
        w.writerow([dept, len(people), sum(map(itemgetter("salary"), people)) / len(people), ";".join(p["name"] for p in people)])
    w.writerow(['a "quoted" one', "", None, "x,y"])
    print(out.getvalue())
    dw = csv.DictWriter(out, fieldnames=["a", "b"])
    dw.writeheader()
    dw.writerow({"a": 1, "b": 2})
    print(repr(out.getvalue()[-20:]))
    print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")))


asyncio.run(main())
