# What is handled outside of the loop is the context of what is raised in its tasks, be their `try` older or not.
import asyncio

queue = asyncio.Queue()


async def older(name):
    try:
        await queue.get()
    except asyncio.CancelledError as error:
        print(name, repr(error.__context__))
    try:
        raise KeyError(name)
    except KeyError as error:
        print(name, repr(error.__context__))


async def newer():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("newer", repr(error.__context__))
        try:
            await older("inner")
        except KeyError as inner:
            print(repr(inner))


loop = asyncio.new_event_loop()
tasks = [loop.create_task(older(1)), loop.create_task(older(2))]
loop.run_until_complete(asyncio.sleep(0))
try:
    loop.run_until_complete(asyncio.wait_for(0, 1))
except TypeError as error:
    tasks.append(loop.create_task(newer()))
    loop.run_until_complete(asyncio.sleep(0))
    for task in tasks:
        task.cancel()
    queue.put_nowait(0)
    print(loop.run_until_complete(asyncio.gather(*tasks)))
loop.close()
