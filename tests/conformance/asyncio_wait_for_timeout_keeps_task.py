# exit: 1
import asyncio
def handler(loop, context):
    print()
async def main():
    asyncio.create_task(asyncio.wait_for(asyncio.sleep(0.2), 0.1))
    asyncio.get_running_loop().set_exception_handler(handler)
loop = asyncio.new_event_loop()
loop.create_task(main())
loop.call_later(0.3, 0)
loop.run_forever()
