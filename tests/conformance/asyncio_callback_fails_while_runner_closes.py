# exit: 1
import asyncio
async def f0():
    asyncio.get_running_loop().call_later(0, 0)
async def main():
    asyncio.create_task(f0())
    raise ValueError(1)
asyncio.run(main())
