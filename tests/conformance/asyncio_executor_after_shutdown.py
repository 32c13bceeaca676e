# After the default executor was shut down, the loop takes no other one; another executor still works.
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, str, 1))
    await loop.shutdown_default_executor()
    for _ in range(2):
        try:
            await loop.run_in_executor(None, str, 2)
        except RuntimeError as error:
            print(error)
        loop.set_default_executor(ThreadPoolExecutor())
    print(await loop.run_in_executor(ThreadPoolExecutor(), str, 3))
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(str, 4)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
asyncio.run(asyncio.to_thread(print, "a new loop"))
