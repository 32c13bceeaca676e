# exit: 1
import asyncio

loop = asyncio.new_event_loop()
loop.call_later(2, print, "the last thing to do")
future = loop.create_future()
loop.create_task(asyncio.wait_for(future, None), name="patient")
loop.run_forever()
