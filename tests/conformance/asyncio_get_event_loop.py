import asyncio


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
