# exit: 1
import asyncio
async def a0(n):
    yield 7
async def f2(n):
    agen4 = a0(0)
    print(await asyncio.wait_for(anext(agen4), ))
async def main():
    asyncio.Task(f2(0), loop=asyncio.get_running_loop(), eager_start=True)
loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    print(loop.run_until_complete(asyncio.wait_for(task, 1)))
finally:
    asyncio.all_tasks()
