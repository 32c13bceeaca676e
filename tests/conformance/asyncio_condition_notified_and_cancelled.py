# A waiter that is cancelled as it is notified passes the notification on.
import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            await condition.wait()
            print(name, "notified")
        except asyncio.CancelledError:
            print(name, "cancelled")
            raise


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "ab"]
    await asyncio.sleep(1)
    async with condition:
        condition.notify(1)
        tasks[0].cancel()
    done, pending = await asyncio.wait(tasks, timeout=1)
    print(len(done), len(pending))


asyncio.run(main())
