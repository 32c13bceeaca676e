# Both are due at once and both are already on the ready queue; the cancelled one is passed over.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = {}

    def fire(name, other):
        print(name, "fires")
        handles[other].cancel()

    handles["a"] = loop.call_at(1.0, fire, "a", "b")
    handles["b"] = loop.call_at(1.0, fire, "b", "a")
    await asyncio.sleep(2)
    print(handles["a"].cancelled(), handles["b"].cancelled())


asyncio.run(main())
