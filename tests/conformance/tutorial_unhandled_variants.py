# exit: 7
import asyncio
import sys


async def fails(msg):
    await asyncio.sleep(0.1)
    raise RuntimeError(msg)


async def fire_and_forget():
    asyncio.create_task(fails("nobody looks"), name="lost")
    await asyncio.sleep(0.5)
    print("main goes on")


def handler(loop, context):
    exc = context.get("exception")
    print("HANDLER", context["message"], repr(exc), file=sys.stderr)
    print(sorted(context))


async def with_handler():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    t = asyncio.create_task(fails("custom"))
    await asyncio.sleep(0.2)
    del t
    loop.call_soon(int, "x")
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    f = loop.create_future()
    f.set_exception(ValueError("never retrieved"))
    del f
    await asyncio.sleep(0)


asyncio.run(fire_and_forget())
asyncio.run(with_handler())


async def cancelled_main():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


try:
    asyncio.run(cancelled_main())
except asyncio.CancelledError as e:
    print("cancelled", repr(e))


async def exits():
    async def quitter():
        await asyncio.sleep(0.1)
        sys.exit(7)
    await asyncio.gather(quitter(), asyncio.sleep(5))


asyncio.run(exits())
