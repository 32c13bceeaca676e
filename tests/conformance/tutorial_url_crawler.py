import asyncio
import re
from urllib.parse import urlparse, urljoin, parse_qs, urlencode, quote, unquote
from html import escape
from http import HTTPStatus

SITE = {
    "http://example.com/": '<a href="/a">A</a> <a href="b.html">B</a> <a href="http://other.org/">x</a>',
    "http://example.com/a": '<a href="/?q=1&p=%20x">home</a>',
    "http://example.com/b.html": "",
}


async def get(url):
    await asyncio.sleep(0.2)
    parts = urlparse(url)
    bare = f"{parts.scheme}://{parts.netloc}{parts.path}"
    if bare not in SITE:
        return HTTPStatus.NOT_FOUND, ""
    return HTTPStatus.OK, SITE[bare]


async def crawl(start, limit=10):
    seen, queue = {start}, asyncio.Queue()
    queue.put_nowait(start)
    host = urlparse(start).hostname
    while not queue.empty() and len(seen) < limit:
        url = await queue.get()
        status, body = await get(url)
        print(status.value, status.phrase, url)
        for href in re.findall(r'href="([^"]+)"', body):
            link = urljoin(url, href)
            if urlparse(link).hostname == host and link not in seen:
                seen.add(link)
                queue.put_nowait(link)
    return seen


async def main():
    seen = await crawl("http://example.com/")
    print(sorted(seen))
    print(parse_qs("q=1&p=%20x&q=2"), urlencode({"a b": "c&d", "n": 1}), quote("a b/é"), unquote("%C3%A9+"))
    print(urlparse("https://user@host:8080/p/a;t?x=1#frag"))
    print(escape('<a href="x">&</a>'), HTTPStatus(404), HTTPStatus.OK == 200)


asyncio.run(main())
