import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (1, 2)]
    await asyncio.sleep(0)
    for earliest in asyncio.as_completed(tasks + [job(2)], timeout=2):
        try:
            print("got", await earliest)
        except TimeoutError:
            print("timeout")


asyncio.run(main())
