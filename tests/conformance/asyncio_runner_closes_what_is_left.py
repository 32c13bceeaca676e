import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        await asyncio.sleep(1)
        raise ValueError("while closing")


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("generator closed")


async def main():
    global kept
    asyncio.create_task(stubborn(), name="stubborn")
    kept = numbers()
    print(await anext(kept))


with asyncio.Runner() as runner:
    runner.run(main())
    print("body over", len(asyncio.all_tasks(runner.get_loop())))
print("closed")
