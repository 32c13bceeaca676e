# exit: 3
# SystemExit stops the loop at once; run() then cancels the rest.
import asyncio


async def leaves():
    await asyncio.sleep(1)
    raise SystemExit(3)


async def main():
    task = asyncio.create_task(leaves())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    finally:
        print(task.done())


asyncio.run(main())
