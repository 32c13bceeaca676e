# 用 sleep 模拟网络请求的小爬虫
import asyncio
import time

URLS = ["https://example.com/%s" % name for name in ("index", "news", "about", "help")]


async def fetch(url):
    print("开始抓取", url)
    await asyncio.sleep(len(url) % 5 + 1)
    return "<html>%s</html>" % url.rsplit("/", 1)[-1]


async def parse(url):
    html = await fetch(url)
    title = html[6:-7].title()
    print("解析完成", title)
    return title, len(html)


async def main():
    results = await asyncio.gather(*map(parse, URLS))
    for title, size in results:
        print(f"{title:<8}|{size:>4} 字节")


if __name__ == "__main__":
    t0 = time.perf_counter()
    asyncio.run(main())
    print(f"总共用时 {time.perf_counter() - t0:.1f} 秒")
