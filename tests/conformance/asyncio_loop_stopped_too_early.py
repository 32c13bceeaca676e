import asyncio


async def main():
    asyncio.get_running_loop().call_later(1, asyncio.get_running_loop().stop)
    await asyncio.sleep(5)
    print("finished after all")


loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error, loop.time())
loop.run_until_complete(task)
loop.stop()
loop.run_forever()
print("a stop before run_forever makes it run one turn")
loop.close()
