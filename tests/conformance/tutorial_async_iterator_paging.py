# 分页读取接口:异步迭代器与异步生成器两种写法
import asyncio

DATA = [f"记录{n}" for n in range(1, 8)]


async def request_page(page, size=3):
    await asyncio.sleep(0.5)
    return DATA[page * size:(page + 1) * size]


class Pages:
    def __init__(self):
        self.page = -1

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.page += 1
        rows = await request_page(self.page)
        if not rows:
            raise StopAsyncIteration
        return rows


async def all_rows():
    async for rows in Pages():
        for row in rows:
            yield row


async def main():
    async for rows in Pages():
        print(len(rows), "条:", rows)
    print([row[-1] async for row in all_rows()])


asyncio.run(main())
