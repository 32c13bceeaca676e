# After the timeout every coroutine that is left raises TimeoutError; the tasks go on.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    print("job", n, "really ended")
    return n


async def main():
    for earliest in asyncio.as_completed([job(3), job(1), job(5)], timeout=2):
        try:
            print("got", await earliest)
        except TimeoutError as error:
            print("timeout", repr(error))
    await asyncio.sleep(2)


asyncio.run(main())
