import asyncio
import io
import json

FEED = "\n".join(json.dumps({"id": n, "kind": "odd" if n % 2 else "even", "value": n * 1.5}) for n in range(1, 7)) + "\nnot json\n"


async def read(lines, queue):
    for line in lines:
        await asyncio.sleep(0.1)
        await queue.put(line.rstrip("\n"))
    await queue.put(None)


async def parse(queue, out):
    bad = 0
    while (line := await queue.get()) is not None:
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            bad += 1
            print("skipped:", error)
            continue
        out.write(json.dumps({**record, "double": record["value"] * 2}, sort_keys=True) + "\n")
    return bad


async def main():
    queue, out = asyncio.Queue(maxsize=2), io.StringIO()
    _, bad = await asyncio.gather(read(io.StringIO(FEED), queue), parse(queue, out))
    print(out.getvalue(), end="")
    out.seek(0)
    total = sum(json.loads(line)["double"] for line in out)
    print(bad, total)


asyncio.run(main())
