import asyncio


async def worker(n):
    await asyncio.sleep(n)
    print("worker", n)


loop = asyncio.new_event_loop()
for n in (1, 2, 3):
    loop.create_task(worker(n))
loop.call_later(2.5, loop.stop)
loop.run_forever()
print("stopped at", loop.time())
loop.run_until_complete(worker(2))
loop.close()
