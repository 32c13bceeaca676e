import asyncio
import itertools
from collections import defaultdict, deque
from dataclasses import dataclass, field
from functools import cached_property, partialmethod
from typing import AsyncIterator, NamedTuple


class Message(NamedTuple):
    sender: str
    text: str
    at: float = 0.0

    def __str__(self):
        return f"[{self.at:4.1f}] {self.sender}: {self.text}"


@dataclass(eq=False)
class User:
    name: str
    inbox: asyncio.Queue = field(default_factory=lambda: asyncio.Queue(maxsize=3), repr=False)
    seen: int = 0

    async def __aiter__(self) -> AsyncIterator[Message]:
        while (message := await self.inbox.get()) is not None:
            self.seen += 1
            yield message


class Room:
    numbers = itertools.count(1)

    def __init__(self, history=2):
        self.number = next(self.numbers)
        self.users: dict[str, User] = {}
        self.history = deque(maxlen=history)
        self.dropped = defaultdict(int)

    @cached_property
    def loop(self):
        return asyncio.get_running_loop()

    async def join(self, user):
        self.users[user.name] = user
        for message in self.history:
            await user.inbox.put(message)
        await self.announce(f"{user.name} joined")

    async def say(self, sender, text, *, wait=True):
        message = Message(sender, text, self.loop.time())
        self.history.append(message)
        for user in self.users.values():
            if user.name == sender:
                continue
            try:
                if wait:
                    await asyncio.wait_for(user.inbox.put(message), timeout=0.5)
                else:
                    user.inbox.put_nowait(message)
            except (asyncio.QueueFull, TimeoutError) as error:
                self.dropped[user.name, type(error).__name__] += 1

    announce = partialmethod(say, "*")

    async def close(self):
        for user in self.users.values():
            await user.inbox.put(None)


async def listen(user, pause):
    async for message in user:
        print(f"{user.name:<4} <- {message}")
        await asyncio.sleep(pause)
    return user.seen


async def main():
    room = Room()
    ann, bob, cat = map(User, ("ann", "bob", "cat"))
    async with asyncio.TaskGroup() as group:
        await room.join(ann)
        listeners = [group.create_task(listen(ann, 0.1), name="ann")]
        await room.join(bob)
        listeners.append(group.create_task(listen(bob, 2), name="bob"))
        for text in ("hi", "anyone?", "hello?", "bob?", "ok"):
            await room.say("ann", text)
        await room.join(cat)
        listeners.append(group.create_task(listen(cat, 0), name="cat"))
        await room.say("bob", "late", wait=False)
        await asyncio.sleep(1)
        await room.close()
    print({task.get_name(): task.result() for task in listeners}, dict(room.dropped), room.number, list(map(str, room.history)))


asyncio.run(main())
