import asyncio


class Loud(asyncio.Task):
    def __init__(self, coro, **options):
        print("making", sorted(name for name in options if options[name] is not None and name != "loop"))
        super().__init__(coro, **options)


async def quick():
    return "quick"


async def main():
    factory = asyncio.create_eager_task_factory(Loud)
    asyncio.get_running_loop().set_task_factory(factory)
    task = asyncio.create_task(quick())
    print(type(task).__name__, task.done(), await task)
    slow = asyncio.create_task(asyncio.sleep(1, "slow"))
    print(slow.done(), await slow)


asyncio.run(main())
