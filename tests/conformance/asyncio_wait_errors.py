import asyncio


async def nothing():
    pass


async def main():
    coro = nothing()
    task = asyncio.create_task(nothing())
    for awaitables, options in [([], {}), ([coro], {}), (task, {}), ([task], {"return_when": "SOMETIME"})]:
        try:
            await asyncio.wait(awaitables, **options)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    await coro


asyncio.run(main())
