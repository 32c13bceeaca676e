import asyncio

loop = asyncio.new_event_loop()
print(loop, isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))


async def look():
    print(loop.is_running(), loop.is_closed(), asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)
    for action in (loop.close, lambda: loop.run_until_complete(future)):
        try:
            action()
        except RuntimeError as error:
            print(error)
    return 1


future = loop.create_future()
print(loop.run_until_complete(look()), loop.is_running())
future.set_result("ready")
print(loop.run_until_complete(future))
loop.call_later(1, loop.stop)
loop.run_forever()
print(loop.time())
loop.stop()
loop.run_forever()
print("stopped at once")
loop.close()
loop.close()
print(loop.is_closed(), loop)
coro = look()
for action in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.create_task(coro)):
    try:
        action()
    except RuntimeError as error:
        print(error)
coro.close()
print(loop.create_future().done())
