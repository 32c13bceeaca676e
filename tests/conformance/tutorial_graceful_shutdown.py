import asyncio


async def server(name, requests):
    try:
        while True:
            request = await requests.get()
            print(name, "serves", request)
            await asyncio.shield(finish(name, request))
    finally:
        print(name, "is down")


async def finish(name, request):
    await asyncio.sleep(1)
    print(name, "finished", request)


async def main():
    requests = asyncio.Queue()
    servers = [asyncio.create_task(server(f"server-{n}", requests)) for n in range(2)]
    for n in range(5):
        requests.put_nowait(n)
    await asyncio.sleep(1.5)
    print("shutting down, unserved:", requests.qsize())
    for task in servers:
        task.cancel()
    results = await asyncio.gather(*servers, return_exceptions=True)
    print([type(result).__name__ for result in results])
    await asyncio.sleep(1)


asyncio.run(main())
