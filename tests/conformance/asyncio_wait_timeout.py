import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(nap(seconds)) for seconds in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(loop.time(), [task in done for task in tasks])
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(loop.time(), len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=100)
    print(loop.time(), len(done), len(pending))


asyncio.run(main())
