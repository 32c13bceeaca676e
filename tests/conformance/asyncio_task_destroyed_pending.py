import asyncio


async def waits_for_ever():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.create_task(waits_for_ever(), name="left")
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
