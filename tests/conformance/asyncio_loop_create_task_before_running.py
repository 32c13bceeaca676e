import asyncio


async def job(name):
    print(name, asyncio.current_task().get_name())


loop = asyncio.new_event_loop()
loop.create_task(job("first"), name="early")
loop.call_soon(print, "a callback between")
task = loop.create_task(job("second"))
print(len(asyncio.all_tasks(loop)))
loop.run_until_complete(asyncio.sleep(1, loop.time()))
print(task.done(), len(asyncio.all_tasks(loop)))
loop.close()
