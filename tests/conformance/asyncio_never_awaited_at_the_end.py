import asyncio


async def mine(n):
    return n


async def main():
    left.extend([mine(1), asyncio.sleep(2)])


left = []
asyncio.run(main())
print(len(left))
left.pop()
print("one more")
left.clear()
print("none")
