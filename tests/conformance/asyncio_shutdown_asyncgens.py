import asyncio


async def numbers(name):
    try:
        for n in range(3):
            yield n
    finally:
        print(name, "closed")


async def broken():
    try:
        yield 1
    finally:
        raise ValueError("in the finally")


async def start(*generators):
    return [await anext(generator) for generator in generators]


def handler(loop, context):
    print(context["message"].split(" <")[0], sorted(context), repr(context["exception"]), context["asyncgen"] is bad)


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
one, two, bad = numbers("one"), numbers("two"), broken()
print(loop.run_until_complete(start(one, two, bad)))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print("end")
