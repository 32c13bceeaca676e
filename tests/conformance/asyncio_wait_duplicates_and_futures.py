import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    task, future = asyncio.create_task(work(1)), loop.create_future()
    loop.call_later(2, future.set_result, "by hand")
    done, pending = await asyncio.wait([task, future, task], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), task in done, future in pending)
    done, pending = await asyncio.wait((item for item in [task, future]))
    print(len(done), len(pending), loop.time())
    done, pending = await asyncio.wait({task, future}, timeout=5, return_when="FIRST_COMPLETED")
    print(len(done), loop.time())


asyncio.run(main())
