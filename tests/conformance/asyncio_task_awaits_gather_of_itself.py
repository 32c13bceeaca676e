# exit: 1
# A task that awaits a gathering of itself cannot be cancelled: the request goes round in a circle.
import asyncio

made = []


async def itself():
    print(await asyncio.gather(*made))


async def main():
    made.append(asyncio.create_task(itself()))
    raise ValueError()


with asyncio.Runner() as runner:
    runner.run(main())
