import asyncio

def one(future): print("one", future.result() if not future.cancelled() else "cancelled")
def two(future): print("two")

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for callback in (one, two, one, two, one):
        future.add_done_callback(callback)
    print(future.remove_done_callback(one), future.remove_done_callback(one), future)
    future.set_result(5)
    print("set", future)
    await asyncio.sleep(0)
    future.add_done_callback(two)
    print("added when done")
    print(future.remove_done_callback(two))
    await asyncio.sleep(0)
    other = loop.create_future()
    other.add_done_callback(one)
    other.add_done_callback(lambda f: f.add_done_callback(two))
    other.cancel("why")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        other.result()
    except asyncio.CancelledError as error:
        print(error.args)
    bad = loop.create_future()
    def breaks(future): raise RuntimeError("callback")
    loop.set_exception_handler(lambda loop, context: print(context["message"].split(" at ")[0], repr(context["exception"])))
    bad.add_done_callback(breaks)
    bad.add_done_callback(two)
    bad.set_exception(KeyError("x"))
    await asyncio.sleep(0)
    try:
        bad.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    print(repr(bad.exception()))
    for wrong in (StopIteration, 5):
        try:
            loop.create_future().set_exception(wrong)
        except TypeError as error:
            print(error)
    third = loop.create_future()
    try:
        third.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        third.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    print(third.get_loop() is loop, third.cancel(), third.cancel(), third.cancelled(), third.done())

asyncio.run(main())
