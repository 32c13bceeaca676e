import asyncio
import contextvars
import functools

who = contextvars.ContextVar("who", default="-")


def report(label, future):
    print(label, who.get(), future.result())


async def main():
    future = asyncio.get_running_loop().create_future()
    other = contextvars.copy_context()
    other.run(who.set, "other")
    future.add_done_callback(functools.partial(report, "first"))
    future.add_done_callback(functools.partial(report, "second"), context=other)
    who.set("main")
    future.add_done_callback(functools.partial(report, "third"))
    future.set_result(1)
    print("set")
    await future
    print("main resumed")


asyncio.run(main())
