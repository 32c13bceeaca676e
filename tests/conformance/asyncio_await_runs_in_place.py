# Awaiting a coroutine is a call: the loop gets control only where something really waits.
import asyncio


async def leaf(n):
    print("leaf", n)
    return n


async def branch(n):
    return await leaf(n) + await leaf(n + 1)


async def other():
    print("other runs")


async def main():
    task = asyncio.create_task(other())
    print(await branch(1), await branch(10))
    print("still no other")
    await asyncio.sleep(0)
    print(task.done())


asyncio.run(main())
