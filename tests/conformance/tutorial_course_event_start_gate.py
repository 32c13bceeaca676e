import asyncio


async def runner(name, gate, speed, finish):
    print(name, "ready")
    await gate.wait()
    await asyncio.sleep(speed)
    finish.append(name)
    print(f"{name} arrives as number {len(finish)}")


async def starter(gate):
    for n in (3, 2, 1):
        print(n)
        await asyncio.sleep(1)
    print("go!", gate.is_set())
    gate.set()


async def main():
    gate, finish = asyncio.Event(), []
    runners = {"hare": 2.0, "tortoise": 3.5, "fox": 1.5}
    async with asyncio.TaskGroup() as group:
        for name, speed in runners.items():
            group.create_task(runner(name, gate, speed, finish))
        group.create_task(starter(gate))
    print(" > ".join(finish), repr(gate).split("[")[1])
    gate.clear()
    try:
        await asyncio.wait_for(gate.wait(), 0.5)
    except TimeoutError:
        print("no second race", gate.is_set())


asyncio.run(main())
