# What comes out of an await, in the middle of handling an exception, has that one as its context.
import asyncio


async def cancelled_in_finally():
    try:
        raise ValueError("first")
    finally:
        asyncio.current_task().cancel()
        await asyncio.sleep(0)


async def cancelled_after_a_wrong_raise():
    try:
        raise 3
    finally:
        asyncio.current_task().cancel()
        await asyncio.sleep(1)


async def failed_future():
    try:
        raise ValueError("second")
    except ValueError:
        future = asyncio.Future()
        asyncio.get_running_loop().call_soon(future.set_exception, KeyError("set"))
        await future


async def too_late():
    try:
        raise ValueError("third")
    except ValueError:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)


for program in (cancelled_in_finally, cancelled_after_a_wrong_raise, failed_future, too_late):
    try:
        asyncio.run(program())
    except BaseException as error:
        while error:
            print(program.__name__, repr(error))
            error = error.__context__
