import asyncio

loop = asyncio.new_event_loop()


def stop():
    print("stop")
    loop.stop()
    loop.call_soon(print, "scheduled after stop")


loop.call_soon(print, "first")
loop.call_soon(stop)
loop.call_soon(print, "still in this turn")
loop.run_forever()
print("between")
loop.call_soon(loop.stop)
loop.run_forever()
loop.call_later(1, loop.stop)
try:
    loop.run_until_complete(loop.create_future())
except RuntimeError as error:
    print(error)
finally:
    loop.close()
