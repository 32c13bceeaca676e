import asyncio


async def main():
    condition = asyncio.Condition()
    for action in (condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    lock = asyncio.Lock()
    one, two = asyncio.Condition(lock), asyncio.Condition(lock)
    async with one:
        print(lock.locked(), two.locked())
        two.notify_all()
    try:
        async with one:
            await asyncio.wait_for(one.wait(), 1)
    except TimeoutError:
        print("nobody notified", lock.locked())


asyncio.run(main())
