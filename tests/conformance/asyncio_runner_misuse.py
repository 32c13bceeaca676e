import asyncio


async def nested():
    coro = job()
    try:
        asyncio.Runner().run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    return "outer goes on"


async def job():
    return asyncio.current_task().get_name()


runner = asyncio.Runner(debug=True)
print(runner.get_loop().get_debug(), runner.run(job()))
try:
    print(runner.run(nested()))
except RuntimeError as error:
    print(error)
runner.close()
runner.close()
for use in (runner.get_loop, runner.__enter__):
    try:
        use()
    except RuntimeError as error:
        print(error)
try:
    asyncio.Runner(True)
except TypeError as error:
    print(error)
