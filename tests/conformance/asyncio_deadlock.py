# exit: 1
# Nobody sets the future: there is nothing left to wait for.
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    await asyncio.sleep(1)
    print("waiting")
    await future


asyncio.run(main())
