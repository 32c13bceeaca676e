import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
one, two = asyncio.new_event_loop(), asyncio.new_event_loop()
asyncio.set_event_loop(one)
print(asyncio.get_event_loop() is one, asyncio.get_event_loop_policy().get_event_loop() is one)


async def inside():
    return asyncio.get_event_loop() is two, asyncio.get_event_loop_policy().get_event_loop() is one


print(two.run_until_complete(inside()))
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop("loop")
except TypeError as error:
    print(error)
one.close()
two.close()
asyncio.run(asyncio.sleep(0))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
