import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is being cancelled")
        await asyncio.sleep(1)
        raise
    finally:
        print("slow is over")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(slow(), timeout=2)
    except asyncio.TimeoutError as error:
        print("timeout at", loop.time(), repr(error), repr(error.__cause__))


asyncio.run(main())
