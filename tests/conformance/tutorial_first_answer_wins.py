# Ask three mirrors, take the first good answer, cancel the others.
import asyncio


async def mirror(name, seconds, works=True):
    try:
        await asyncio.sleep(seconds)
        if not works:
            raise ConnectionError(f"{name} is down")
        return f"file from {name}"
    except asyncio.CancelledError:
        print(name, "was not needed")
        raise


async def first_good(*coros):
    pending = [asyncio.create_task(coro) for coro in coros]
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                print("skip:", task.exception())
        raise ConnectionError("all mirrors failed")
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def main():
    print(await first_good(mirror("slow", 3), mirror("fast but broken", 1, False), mirror("good", 2)))
    try:
        await first_good(mirror("x", 1, False), mirror("y", 2, False))
    except ConnectionError as error:
        print(error)


asyncio.run(main())
