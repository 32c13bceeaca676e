import asyncio


async def source(lines):
    for line in lines:
        await asyncio.sleep(0.05)
        yield line


async def parse(lines):
    async for line in lines:
        name, _, amount = line.partition("=")
        if not amount:
            print(f"skip {line!r}")
            continue
        yield name.strip(), int(amount)


async def running_total(pairs):
    totals = {}
    async for name, amount in pairs:
        totals[name] = totals.get(name, 0) + amount
        yield name, totals[name]


async def batches(items, size):
    batch = []
    async for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def main():
    lines = ["tea = 3", "cake=2", "oops", "tea=4", "jam = 1", "tea=1"]
    try:
        async for batch in batches(running_total(parse(source(lines))), 2):
            print(batch)
    finally:
        print(asyncio.get_running_loop().time())
    try:
        async for _ in parse(source(["a=1", "b=x"])):
            pass
    except ValueError as error:
        print(error)
    first = [item async for item in batches(source("abc"), 5)]
    print(first, [x async for x in source([])])


asyncio.run(main())
