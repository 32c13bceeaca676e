import asyncio
from collections import defaultdict


class Room:
    def __init__(self, name):
        self.name, self.members = name, {}

    async def join(self, who):
        self.members[who] = asyncio.Queue()
        await self.say("*", f"{who} joined")

    def leave(self, who):
        self.members.pop(who).put_nowait(None)

    async def say(self, who, text):
        for name, queue in self.members.items():
            if name != who:
                await queue.put(f"[{self.name}] {who}: {text}")


async def listen(room, who, heard):
    queue = room.members[who]
    while (message := await queue.get()) is not None:
        heard[who].append(message)
    print(who, "left having heard", len(heard[who]))


async def main():
    room, heard = Room("tea"), defaultdict(list)
    listeners = []
    for who in ("ann", "bob", "eve"):
        await room.join(who)
        listeners.append(asyncio.create_task(listen(room, who, heard), name=who))
    await room.say("ann", "hello")
    await asyncio.sleep(1)
    room.leave("bob")
    await room.say("eve", "bob?")
    await asyncio.sleep(0)
    for who in list(room.members):
        room.leave(who)
    await asyncio.wait(listeners)
    for who, messages in heard.items():
        print(who, messages)


asyncio.run(main())
