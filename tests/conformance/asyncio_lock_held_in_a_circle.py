# exit: 1
# Three tasks, three locks: each holds one and wants the next.
import asyncio


async def greedy(name, first, second):
    async with first:
        await asyncio.sleep(1)
        print(name, "wants another")
        async with second:
            print("never")


async def main():
    locks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as group:
        for place, name in enumerate("abc"):
            group.create_task(greedy(name, locks[place], locks[(place + 1) % 3]), name=name)


asyncio.run(main())
