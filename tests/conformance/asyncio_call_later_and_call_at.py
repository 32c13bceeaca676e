import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def note(label):
        print(label, loop.time())

    loop.call_later(2, note, "later 2")
    loop.call_at(1, note, "at 1")
    loop.call_later(1, note, "later 1")
    loop.call_later(0, note, "later 0")
    loop.call_soon(note, "soon")
    loop.call_at(loop.time() - 5, note, "overdue")
    await asyncio.sleep(1)
    note("main")
    await asyncio.sleep(2)


asyncio.run(main())
