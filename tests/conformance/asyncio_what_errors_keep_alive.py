import asyncio
N=0
async def bad(n): raise KeyError(n)
async def child():
    global N
    N+=1
    t = asyncio.create_task(bad(N))
    await asyncio.sleep(1)
    raise ValueError(2)
def handler(loop, context): print("  handler", context["exception"])
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for c in asyncio.as_completed([child()]):
        try:
            await c
        except ValueError:
            print("caught")
    c = None
    print("A")
    async for c in asyncio.as_completed([child()]):
        try:
            await c
        except ValueError:
            print("caught")
    c = None
    print("B")
    try:
        await asyncio.gather(child())
    except ValueError:
        print("caught")
    print("C")
    try:
        await asyncio.wait_for(child(), 5)
    except ValueError:
        print("caught")
    print("D")
    try:
        await asyncio.wait_for(asyncio.create_task(child()), 5)
    except ValueError:
        print("caught")
    print("E")
    try:
        await asyncio.shield(child())
    except ValueError:
        print("caught")
asyncio.run(main())
