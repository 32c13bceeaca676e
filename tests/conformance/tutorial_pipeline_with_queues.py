import asyncio

STOP = object()


async def stage(name, work, source, target, seconds):
    while (item := await source.get()) is not STOP:
        await asyncio.sleep(seconds)
        result = work(item)
        print(f"{name:>7}: {item!r} -> {result!r}")
        await target.put(result)
    await target.put(STOP)


async def main():
    raw, clean, parsed, out = (asyncio.Queue(1) for _ in range(4))
    stages = [
        stage("strip", str.strip, raw, clean, 0.1),
        stage("parse", int, clean, parsed, 0.3),
        stage("square", lambda n: n * n, parsed, out, 0.2),
    ]

    async def feed():
        for text in [" 3", "14 ", " 15 "]:
            await raw.put(text)
        await raw.put(STOP)

    async def collect():
        results = []
        while (item := await out.get()) is not STOP:
            results.append(item)
        return results

    *_, results = await asyncio.gather(feed(), *stages, collect())
    print(results, f"{asyncio.get_running_loop().time():.1f}s")


asyncio.run(main())
