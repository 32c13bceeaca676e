# An eager task runs at once, up to its first real wait.
import asyncio


async def quick(n):
    print("quick", n, asyncio.current_task().get_name())
    return n


async def slow(n):
    print("slow starts", n)
    await asyncio.sleep(1)
    print("slow ends", n)
    return n


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(quick(1), name="first")
    print("made", first.done())
    second = asyncio.create_task(slow(2), name="second")
    print("made", second.done())
    print(await asyncio.gather(first, second, quick(3), slow(4)))


asyncio.run(main())
