import asyncio
class Oops():
    pass
async def a1(n):
    yield 's4'
async def f0(n):
    raise Oops()
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(f0(0))
    agen39 = a1(0)
    async for x41 in agen39:
        pass
asyncio.run(main())
