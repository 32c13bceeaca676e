import asyncio


async def main(n):
    return n * 2


print(asyncio.run(main(21)))
print(asyncio.run(main("ab")))


async def fails():
    raise LookupError("gone")


try:
    asyncio.run(fails())
except LookupError as error:
    print("caught outside:", error)
