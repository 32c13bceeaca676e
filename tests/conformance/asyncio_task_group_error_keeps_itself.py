import asyncio
async def bad():
    raise KeyError(1)
async def child():
    t = asyncio.create_task(bad())
    await asyncio.sleep(1)
    raise ValueError(2)
def handler(loop, context):
    print("handler", repr(context["exception"]))
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(child())
    except* ValueError:
        print("caught")
    g = None
    print("next")
asyncio.run(main())
