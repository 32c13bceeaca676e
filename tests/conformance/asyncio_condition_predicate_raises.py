import asyncio


async def main():
    condition = asyncio.Condition()
    tries = []

    def predicate():
        tries.append(len(tries))
        if len(tries) == 3:
            raise ValueError("predicate")
        return ""

    async def wait():
        async with condition:
            try:
                await condition.wait_for(predicate)
            finally:
                print("still locked", condition.locked())

    task = asyncio.create_task(wait())
    for _ in range(2):
        await asyncio.sleep(1)
        async with condition:
            condition.notify()
    try:
        await task
    except ValueError as error:
        print(error, tries, condition.locked())


asyncio.run(main())
