import asyncio


def failing():
    raise OSError("no loop today")


async def main():
    return 1


coro = main()
try:
    asyncio.run(coro, loop_factory=failing)
except OSError as error:
    print(error)
coro.close()
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    print(runner.run(main()), type(runner.get_loop()).__name__)
    try:
        asyncio.get_event_loop_policy().get_event_loop()
    except RuntimeError as error:
        print(error)
print(asyncio.run(main(), debug=None))
