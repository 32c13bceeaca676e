import asyncio
async def a0(n):
    yield None
async def main():
    agen21 = a0(0)
    try:
        print(await asyncio.wait_for(anext(agen21), 0))
    except Exception as e:
        pass
asyncio.run(main())
