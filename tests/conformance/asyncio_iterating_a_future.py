# A future is iterable, for `yield from`; a loop over one that is not done is a mistake, and awaits nothing.
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for place, item in enumerate(future):
        print(place, item is future)
        future.set_result("done")
    for iterate in (list, lambda items: [*items], tuple):
        try:
            print(iterate(future))
            print(iterate(asyncio.gather()))
            print(iterate(asyncio.get_running_loop().create_future()))
        except RuntimeError as error:
            print(error)
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError("no"))
    try:
        list(failed)
    except ValueError as error:
        print(repr(error))
    try:
        list(asyncio.create_task(asyncio.sleep(1)))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
