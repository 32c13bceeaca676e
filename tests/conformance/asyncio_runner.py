import asyncio


async def step(n):
    await asyncio.sleep(n)
    return asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    print(runner.run(step(1)), runner.run(step(2)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    try:
        runner.run(5)
    except ValueError as error:
        print(error)
print(loop.is_closed())
coro = step(0)
try:
    runner.run(coro)
except RuntimeError as error:
    print(error)
coro.close()
