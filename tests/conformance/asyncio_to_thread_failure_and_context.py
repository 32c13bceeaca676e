import asyncio
import contextvars

request = contextvars.ContextVar("request")


def work():
    print("request", request.get())
    raise OSError("disk full")


async def main():
    request.set(17)
    try:
        await asyncio.to_thread(work)
    except OSError as error:
        print("caught", error)


asyncio.run(main())
