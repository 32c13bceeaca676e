import asyncio
import time


class Stats:
    def __init__(self):
        self.active = self.peak = 0

    def __enter__(self):
        self.active += 1
        self.peak = max(self.peak, self.active)

    def __exit__(self, *error):
        self.active -= 1


async def download(url, limit, stats):
    async with limit:
        with stats:
            size = len(url) * 10
            await asyncio.sleep(size / 100)
            if "bad" in url:
                raise OSError(f"404 {url}")
            return url, size


async def main():
    urls = [f"site/{name}" for name in ("a", "bb", "bad", "cccc", "ddddd", "e")]
    limit, stats, start = asyncio.Semaphore(2), Stats(), time.monotonic()
    results = await asyncio.gather(*(download(url, limit, stats) for url in urls), return_exceptions=True)
    for url, result in zip(urls, results):
        print(f"{url:<12}", result if isinstance(result, tuple) else f"failed: {result}")
    print(f"peak {stats.peak}, {time.monotonic() - start:.2f} s", repr(limit).split("[")[1], limit.locked())
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
