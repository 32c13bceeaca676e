import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n * 10


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(job(1)), loop.time(), loop.is_running(), loop.is_closed())
task = loop.create_task(job(2))
print(loop.run_until_complete(task), task.done())
print(loop.run_until_complete(asyncio.gather(job(1), job(3))))
loop.close()
print(loop.is_closed())
coro = job(1)
try:
    loop.run_until_complete(coro)
except RuntimeError as error:
    print(error)
coro.close()
