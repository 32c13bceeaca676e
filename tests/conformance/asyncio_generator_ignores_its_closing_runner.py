# exit: 1
import asyncio


async def numbers():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def main():
    generator = numbers()
    print(await anext(generator))
    try:
        await generator.aclose()
    except RuntimeError as error:
        print(repr(error), repr(error.__context__))
    try:
        1 / 0
    except ZeroDivisionError:
        other = numbers()
        await anext(other)
        try:
            await asyncio.ensure_future(other.aclose())
        except RuntimeError as error:
            print(repr(error), repr(error.__context__))
    global kept
    kept = numbers()
    await anext(kept)
    raise KeyError


def handler(loop, context):
    print(context["message"].split(" <")[0], repr(context["exception"]), repr(context["exception"].__context__))


with asyncio.Runner() as runner:
    runner.get_loop().set_exception_handler(handler)
    runner.run(main())
