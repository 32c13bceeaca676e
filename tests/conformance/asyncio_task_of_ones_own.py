import asyncio


class Job(asyncio.Task):
    made = 0

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(coro, loop=loop, name=name, context=context)
        Job.made += 1
        self.number = Job.made

    def cancel(self, msg=None):
        print("asked to cancel", self.number)
        return super().cancel(msg)


def factory(loop, coro, context=None):
    return Job(coro, loop=loop, context=context)


async def work(seconds):
    me = asyncio.current_task()
    print("job", me.number, type(me).__name__, me.get_name())
    await asyncio.sleep(seconds)
    return me.number


async def main():
    asyncio.get_running_loop().set_task_factory(factory)
    one = asyncio.create_task(work(1), name="one")
    two = asyncio.create_task(work(2))
    print(type(one).__name__, isinstance(one, asyncio.Task), two.number)
    await asyncio.sleep(1)
    print(sorted(task.number for task in asyncio.all_tasks() if isinstance(task, Job)))
    two.cancel("enough")
    print(await asyncio.gather(one, two, return_exceptions=True))


asyncio.run(main())
