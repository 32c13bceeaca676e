"""Elevator simulation with a controller task and passengers."""
import asyncio
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar


class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0

    def __neg__(self):
        return Direction(-self.value)

    def __str__(self):
        return "^v-"[0 if self is Direction.UP else 1 if self is Direction.DOWN else 2]


@dataclass
class Passenger:
    name: str
    src: int
    dst: int
    arrived: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        type(self).count += 1
        if self.src == self.dst:
            raise ValueError(f"{self.name} is already on floor {self.src}")


class Elevator:
    SPEED = 0.5

    def __init__(self, floors):
        self.floors = range(1, floors + 1)
        self.at = 1
        self.dir = Direction.IDLE
        self.waiting, self.inside = [], []
        self.wake = asyncio.Event()

    async def call(self, p):
        if p.dst not in self.floors:
            raise ValueError(f"no floor {p.dst}")
        self.waiting.append(p)
        self.wake.set()
        await p.arrived.wait()
        return asyncio.get_running_loop().time()

    def targets(self):
        return {p.dst for p in self.inside} | {p.src for p in self.waiting}

    async def run(self):
        while True:
            if not (t := self.targets()):
                self.dir = Direction.IDLE
                self.wake.clear()
                await self.wake.wait()
                continue
            nearest = min(t, key=lambda f: (abs(f - self.at), f))
            self.dir = Direction((nearest > self.at) - (nearest < self.at))
            if self.dir is not Direction.IDLE:
                await asyncio.sleep(self.SPEED)
                self.at += self.dir.value
            self.doors()

    def doors(self):
        out = [p for p in self.inside if p.dst == self.at]
        into = [p for p in self.waiting if p.src == self.at]
        for p in out:
            self.inside.remove(p)
            p.arrived.set()
        for p in into:
            self.waiting.remove(p)
            self.inside.append(p)
        if out or into:
            print(f"{asyncio.get_running_loop().time():>4} floor {self.at} {self.dir} out={[p.name for p in out]} in={[p.name for p in into]}")


async def main():
    lift = Elevator(6)
    driver = asyncio.create_task(lift.run(), name="driver")
    people = [Passenger("Ann", 1, 5), Passenger("Bob", 4, 2), Passenger("Cid", 3, 6)]
    times = await asyncio.gather(*map(lift.call, people))
    print(dict(zip((p.name for p in people), times)), Passenger.count, -Direction.UP)
    for args in (("Dan", 1, 1), ("Eve", 1, 9)):
        try:
            await lift.call(Passenger(*args))
        except ValueError as e:
            print("error:", e)
    driver.cancel()
    print(repr(people[0]), driver.get_name(), driver.cancelling())


asyncio.run(main())
