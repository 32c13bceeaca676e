import asyncio

background = set()


async def job(n):
    await asyncio.sleep(n)
    print("job", n, "ran as", asyncio.current_task().get_name())
    return n


def spawn(coro):
    task = asyncio.create_task(coro)
    background.add(task)
    task.add_done_callback(background.discard)
    return task


async def main():
    for n in (1, 3, 2):
        spawn(job(n))
    print(len(background), len(asyncio.all_tasks()))
    await asyncio.sleep(1.5)
    print(len(background), sorted(task.get_name() for task in asyncio.all_tasks()))
    while background:
        done, _ = await asyncio.wait(background, return_when=asyncio.FIRST_COMPLETED)
        print("reaped", [task.result() for task in done])
    me = asyncio.current_task()
    print(me.get_name(), me.get_coro().__name__, me.done())
    me.set_name("boss")
    print(asyncio.current_task().get_name())


asyncio.run(main())
