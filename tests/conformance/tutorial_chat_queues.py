import asyncio
import shlex
from datetime import datetime, timedelta, timezone


class Room:
    def __init__(self, name):
        self.name = name
        self.members: dict[str, asyncio.Queue] = {}
        self.log = []

    async def broadcast(self, sender, text):
        stamp = datetime(2024, 5, 17, 12, tzinfo=timezone.utc) + timedelta(seconds=asyncio.get_running_loop().time())
        self.log.append((stamp, sender, text))
        for name, q in self.members.items():
            if name != sender:
                await q.put(f"[{stamp:%H:%M:%S}] <{sender}> {text}")

    def join(self, name):
        if name in self.members:
            raise KeyError(f"{name} is taken")
        return self.members.setdefault(name, asyncio.Queue())

    def leave(self, name):
        return self.members.pop(name, None)


class Client:
    commands = {}

    def command(fn, registry=commands):
        registry[fn.__name__.removeprefix("cmd_")] = fn
        return fn

    def __init__(self, name, room):
        self.name, self.room = name, room
        self.inbox = room.join(name)

    @command
    async def cmd_say(self, *words):
        await self.room.broadcast(self.name, " ".join(words))

    @command
    async def cmd_quit(self):
        self.room.leave(self.name)
        await self.room.broadcast(self.name, "left")
        raise asyncio.CancelledError

    async def run(self, script, pause):
        for line in script:
            await asyncio.sleep(pause)
            cmd, *args = shlex.split(line)
            handler = self.commands.get(cmd)
            if handler is None:
                print(f"{self.name}: unknown command {cmd!r}")
            else:
                await handler(self, *args)

    async def read(self):
        while True:
            print(f"{self.name:>6} sees {await self.inbox.get()}")


async def main():
    room = Room("lobby")
    ann, bob = Client("ann", room), Client("bob", room)
    readers = [asyncio.create_task(c.read()) for c in (ann, bob)]
    results = await asyncio.gather(
        ann.run(['say "hello there" all', "dance", "say bye", "quit"], 1.0),
        bob.run(["say hi", "say 'it''s me'"], 1.5),
        return_exceptions=True)
    await asyncio.sleep(0)
    print(results, sorted(room.members), len(room.log), sorted(Client.commands))
    for r in readers:
        r.cancel()
    try:
        room.join("bob")
    except KeyError as e:
        print("KeyError", e)


asyncio.run(main())
