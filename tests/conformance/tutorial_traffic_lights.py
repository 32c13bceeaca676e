import asyncio
from enum import Enum


class Light(Enum):
    GREEN = 3
    YELLOW = 1
    RED = 2

    def next(self):
        lights = list(Light)
        return lights[(lights.index(self) + 1) % len(lights)]


class Crossing:
    def __init__(self):
        self.light = Light.RED
        self.changed = asyncio.Condition()

    async def run(self, changes):
        for _ in range(changes):
            await asyncio.sleep(self.light.value)
            async with self.changed:
                self.light = self.light.next()
                print(f"t={asyncio.get_running_loop().time():g} light is {self.light.name.lower()}")
                self.changed.notify_all()

    async def car(self, name, arrives):
        await asyncio.sleep(arrives)
        async with self.changed:
            await self.changed.wait_for(lambda: self.light is Light.GREEN)
        print(f"t={asyncio.get_running_loop().time():g} {name} passes")


async def main():
    crossing = Crossing()
    await asyncio.gather(crossing.run(6), crossing.car("bus", 1), crossing.car("bike", 3), crossing.car("truck", 5.5))


asyncio.run(main())
