import asyncio


async def player(name, own, other, rounds):
    for n in range(rounds):
        await own.wait()
        own.clear()
        print(f"{name} {n + 1}")
        await asyncio.sleep(0.25)
        other.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player("ping", ping, pong, 3), player("pong", pong, ping, 3))
    print("game over after", asyncio.get_running_loop().time(), "seconds")


asyncio.run(main())
