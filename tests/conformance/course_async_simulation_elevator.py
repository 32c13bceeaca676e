import asyncio
import random
from collections import deque, namedtuple
from operator import attrgetter

Ride = namedtuple("Ride", "who start goal asked", defaults=(0.0,))


class Elevator:
    SPEED = 0.5

    def __init__(self, floors):
        self.floors, self.at = floors, 0
        self.waiting = deque()
        self.inside = []
        self.wake = asyncio.Event()
        self.log = []

    def call(self, ride):
        self.waiting.append(ride._replace(asked=asyncio.get_running_loop().time()))
        self.wake.set()

    def note(self, what, *names):
        time = asyncio.get_running_loop().time()
        self.log.append((round(time, 2), what, names))
        print(f"{time:5.1f}  {what:<6} {', '.join(names)} at {self.at}")

    async def go(self, floor):
        while self.at != floor:
            await asyncio.sleep(self.SPEED)
            self.at += 1 if floor > self.at else -1

    async def run(self):
        while True:
            if not self.waiting and not self.inside:
                self.wake.clear()
                await self.wake.wait()
            if self.inside:
                target = min((ride.goal for ride in self.inside), key=lambda floor: (abs(floor - self.at), floor))
            else:
                target = self.waiting[0].start
            await self.go(target)
            if out := [ride for ride in self.inside if ride.goal == self.at]:
                self.inside = [ride for ride in self.inside if ride not in out]
                self.note("leave", *map(attrgetter("who"), out))
            if joining := [ride for ride in self.waiting if ride.start == self.at]:
                for ride in joining:
                    self.waiting.remove(ride)
                self.inside += joining
                self.note("enter", *(ride.who for ride in joining))


async def person(name, elevator, rng):
    await asyncio.sleep(rng.randint(0, 6))
    start, goal = rng.sample(range(elevator.floors), 2)
    elevator.call(Ride(name, start, goal))


async def main():
    rng = random.Random(7)
    elevator = Elevator(6)
    engine = asyncio.create_task(elevator.run(), name="engine")
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Ben", "Cat", "Dan"):
            group.create_task(person(name, elevator, rng), name=name)
    await asyncio.sleep(20)
    engine.cancel()
    print(sum(what == "leave" for _, what, _ in elevator.log), engine.cancelling(), elevator.inside, Ride("x", 1, 2))


asyncio.run(main())
