import asyncio


class Named(asyncio.Task):
    pass


class Shown(asyncio.Task):
    def __repr__(self):
        return f"<Shown {self.get_name()}>"


class Promise(asyncio.Future):
    def __repr__(self):
        return f"<Promise {self.done()}>"


async def wait_for(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    for kind in (Named, Shown, asyncio.Task):
        promise, future = Promise(), loop.create_future()
        tasks = [kind(wait_for(promise), loop=loop, name="one"), kind(wait_for(future), loop=loop, name="two")]
        outer = asyncio.create_task(wait_for(tasks[0]), name="outer")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(tasks, outer, promise, future)
        promise.set_result(1)
        future.set_result(2)
        print(tasks, outer)
        print(await asyncio.gather(*tasks, outer))
        print(tasks, outer)


asyncio.run(main())
