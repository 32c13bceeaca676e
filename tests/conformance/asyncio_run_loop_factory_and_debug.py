import asyncio


def factory():
    print("making a loop")
    return asyncio.new_event_loop()


async def main():
    print(asyncio.get_running_loop().get_debug())
    return "done"


print(asyncio.run(main(), loop_factory=factory, debug=False))
with asyncio.Runner(loop_factory=factory) as runner:
    print("entered")
    print(runner.run(main()))
