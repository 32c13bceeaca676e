import asyncio
import concurrent.futures
import threading


async def main():
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    threading.Timer(1, source.set_result, ["from a thread"]).start()
    print(await wrapped, asyncio.wrap_future(wrapped) is wrapped)
    failing = concurrent.futures.Future()
    failing.set_exception(ValueError("in a thread"))
    try:
        await asyncio.wrap_future(failing)
    except ValueError as error:
        print(error)
    pending = concurrent.futures.Future()
    asyncio.wrap_future(pending).cancel()
    await asyncio.sleep(0)
    print(pending.cancelled())


asyncio.run(main())
