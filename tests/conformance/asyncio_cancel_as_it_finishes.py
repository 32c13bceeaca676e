# Three timers of one moment: before the sleep ends, after it, and after the task's last step.
import asyncio


async def nap():
    await asyncio.sleep(1)
    print("woke")
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(nap())
    loop.call_later(1, task.cancel)
    await asyncio.wait([task])
    print("cancelled while asleep", task.cancelled())

    task = asyncio.create_task(nap())
    await asyncio.sleep(0)
    loop.call_later(1, task.cancel)
    await asyncio.wait([task])
    print("cancelled while ready", task.cancelled())

    task = asyncio.create_task(nap())
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    print(task.cancel(), "too late", task.result())


asyncio.run(main())
