import asyncio
def handler(loop, context):
    print()
async def f0(n):
    raise ValueError()
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    gathered15 = asyncio.gather(f0(0), )
    asyncio.get_running_loop().set_exception_handler(handler)
asyncio.run(main())
