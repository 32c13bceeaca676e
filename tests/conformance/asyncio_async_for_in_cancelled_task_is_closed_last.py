import asyncio
async def a0():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
async def f():
    agen = a0()
    async for x in agen:
        await asyncio.sleep(1)
async def main():
    t = asyncio.create_task(f())
    await asyncio.sleep(0.5)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    del t
    await asyncio.sleep(1)
    print("end")
asyncio.run(main())
