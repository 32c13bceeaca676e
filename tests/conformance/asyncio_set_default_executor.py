import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


def where():
    return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(max_workers=1, thread_name_prefix="mine"))
    print(await asyncio.gather(*(loop.run_in_executor(None, where) for _ in range(2))))
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, where)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
