# Loops in two threads talk to each other.
import asyncio
import threading


async def player(name, mine, theirs, other_loop):
    while (ball := await mine.get()) < 6:
        print(name, "has", ball, "at", asyncio.get_running_loop().time())
        await asyncio.sleep(0.5)
        other_loop().call_soon_threadsafe(theirs.put_nowait, ball + 1)
    if ball == 6:
        other_loop().call_soon_threadsafe(theirs.put_nowait, 7)


loops = {}
queues = {name: asyncio.Queue() for name in "ab"}


def serve(name, other):
    loops[name] = loop = asyncio.new_event_loop()
    loop.run_until_complete(player(name, queues[name], queues[other], lambda: loops[other]))
    loop.close()


threads = [threading.Thread(target=serve, args=pair) for pair in ("ab", "ba")]
for thread in threads:
    thread.start()
queues["a"].put_nowait(0)
for thread in threads:
    thread.join()
print("over")
