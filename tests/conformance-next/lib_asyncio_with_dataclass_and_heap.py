# A small discrete simulation: typical of course exercises.
import asyncio
import heapq
from dataclasses import dataclass, field


@dataclass(order=True)
class Event:
    at: float
    name: str = field(compare=False)


class Agenda:
    def __init__(self):
        self.events = []
        self.changed = asyncio.Event()

    def add(self, at, name):
        heapq.heappush(self.events, Event(at, name))
        self.changed.set()

    async def run(self):
        loop = asyncio.get_running_loop()
        while self.events:
            event = self.events[0]
            self.changed.clear()
            try:
                async with asyncio.timeout_at(event.at):
                    await self.changed.wait()
            except TimeoutError:
                heapq.heappop(self.events)
                print(f"{loop.time():.1f} {event.name}")


async def main():
    agenda = Agenda()
    agenda.add(3, "lunch")
    agenda.add(1, "breakfast")
    asyncio.get_running_loop().call_later(1.5, agenda.add, 2, "coffee")
    await agenda.run()


asyncio.run(main())
