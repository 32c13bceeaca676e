import asyncio

print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))
print(asyncio.TimeoutError is TimeoutError, issubclass(asyncio.InvalidStateError, Exception))


async def nap():
    try:
        await asyncio.sleep(5)
    except Exception:
        print("not caught here")


async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except BaseException as error:
        print(type(error).__name__)


asyncio.run(main())
