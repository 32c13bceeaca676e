# exit: 1
import asyncio


async def main():
    asyncio.get_running_loop().call_later(1, asyncio.current_task().cancel)
    try:
        await asyncio.sleep(10)
    finally:
        print("main cleans up")


asyncio.run(main())
