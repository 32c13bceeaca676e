import asyncio


class TerminateTaskGroup(Exception):
    """Raised to end a task group."""


async def force_terminate():
    raise TerminateTaskGroup()


async def job(number, seconds):
    print(f"Task {number}: start")
    await asyncio.sleep(seconds)
    print(f"Task {number}: done")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job(1, 0.5))
            group.create_task(job(2, 1.5))
            await asyncio.sleep(1)
            group.create_task(force_terminate())
    except* TerminateTaskGroup:
        print("terminated")
    try:
        async with asyncio.timeout(None) as cm:
            loop = asyncio.get_running_loop()
            cm.reschedule(loop.time() + 1)
            print(cm, cm.when() - loop.time(), cm.expired())
            await asyncio.sleep(5)
    except TimeoutError:
        print("long task timed out", cm.expired())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.5):
            async with asyncio.timeout(2):
                await asyncio.sleep(1)
    except TimeoutError as error:
        print("outer", repr(error), repr(error.__cause__))
    try:
        await asyncio.wait_for(job(3, 2), timeout=1)
    except asyncio.TimeoutError:
        print("wait_for gave up")
    print(asyncio.get_running_loop().time())


asyncio.run(main())
