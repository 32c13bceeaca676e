# A chat room in memory: every member has a queue of its own.
import asyncio


class Room:
    def __init__(self, topic):
        self.topic = topic
        self.members = {}

    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.broadcast("*", f"{name} joined {self.topic}")
        return self.members[name]

    def leave(self, name):
        del self.members[name]
        self.broadcast("*", f"{name} left")

    def broadcast(self, sender, text):
        for name, inbox in self.members.items():
            if name != sender:
                inbox.put_nowait((sender, text))


async def listen(name, inbox):
    while True:
        sender, text = await inbox.get()
        print(f"{name} hears {sender}: {text}")


async def chatter(room, name, start, lines):
    await asyncio.sleep(start)
    ears = asyncio.create_task(listen(name, room.join(name)))
    for line in lines:
        await asyncio.sleep(1)
        room.broadcast(name, line)
    await asyncio.sleep(1)
    ears.cancel()
    room.leave(name)


async def main():
    room = Room("#python")
    await asyncio.gather(
        chatter(room, "Ann", 0, ["hi all", "does sleep block?", "thanks"]),
        chatter(room, "Bob", 0.5, ["hi Ann", "only time.sleep does"]),
    )
    print("room is empty:", not room.members)


asyncio.run(main())
