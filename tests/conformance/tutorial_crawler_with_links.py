# A crawler that follows links, three pages at a time, over a fake web.
import asyncio

WEB = {
    "/": ["/a", "/b"],
    "/a": ["/c", "/"],
    "/b": ["/c", "/d", "/broken"],
    "/c": [],
    "/d": ["/a"],
}


class Crawler:
    def __init__(self, limit):
        self.semaphore = asyncio.Semaphore(limit)
        self.seen = set()
        self.errors = []

    async def get(self, path):
        async with self.semaphore:
            await asyncio.sleep(0.5 + len(path) / 10)
            if path not in WEB:
                raise LookupError(f"404 {path}")
            return WEB[path]

    async def crawl(self, path, depth=0):
        if path in self.seen:
            return
        self.seen.add(path)
        try:
            links = await self.get(path)
        except LookupError as error:
            self.errors.append(str(error))
            return
        print("  " * depth + path, "->", len(links), "links")
        await asyncio.gather(*(self.crawl(link, depth + 1) for link in links))


async def main():
    crawler = Crawler(limit=3)
    await crawler.crawl("/")
    print(sorted(crawler.seen), crawler.errors)


asyncio.run(main())
