import asyncio


async def read(lines):
    for line in lines:
        await asyncio.sleep(0.1)
        yield line


async def words(source):
    async for line in source:
        for word in line.split():
            yield word


async def long_words(source, least):
    async for word in source:
        if len(word) >= least:
            yield word.upper()


async def main():
    text = ["the quick brown fox", "jumps over", "the lazy dog"]
    async for word in long_words(words(read(text)), 4):
        print(word, round(asyncio.get_running_loop().time(), 1))


asyncio.run(main())
