# A task that awaits a gathering of itself cannot be cancelled: the request goes round in a circle.
import asyncio

made = []


async def itself():
    print(await asyncio.gather(*made))


async def cancels_itself():
    asyncio.current_task().cancel()
    print(await asyncio.gather(*made))


async def main(coroutine):
    made[:] = [asyncio.create_task(coroutine)]
    raise ValueError()


for coroutine in (itself, cancels_itself):
    try:
        with asyncio.Runner() as runner:
            runner.get_loop().set_exception_handler(lambda loop, context: print(repr(context.get('exception'))))
            runner.run(main(coroutine()))
    except RecursionError as error:
        print(repr(error), repr(error.__context__))
