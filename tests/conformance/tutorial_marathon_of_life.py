# seed: 9
# Rabbits and foxes: a toy simulation with classes, inheritance and a shared world.
import asyncio
import random


class World:
    def __init__(self):
        self.animals = []

    def count(self, kind):
        return sum(isinstance(animal, kind) and animal.alive for animal in self.animals)


class Animal:
    pause = 1.0

    def __init__(self, world):
        self.world, self.alive = world, True
        world.animals.append(self)

    async def live(self, until):
        loop = asyncio.get_running_loop()
        while self.alive and loop.time() < until:
            await asyncio.sleep(self.pause)
            if self.alive:
                self.act()

    def act(self):
        raise NotImplementedError


class Rabbit(Animal):
    def act(self):
        if random.random() < 0.4:
            print("a rabbit hides")


class Fox(Animal):
    pause = 1.5

    def act(self):
        prey = [animal for animal in self.world.animals if isinstance(animal, Rabbit) and animal.alive]
        if prey and random.random() < 0.5:
            random.choice(prey).alive = False
            print(f"{asyncio.get_running_loop().time()}: a fox eats, {self.world.count(Rabbit)} rabbits left")


async def main():
    world = World()
    animals = [Rabbit(world) for _ in range(4)] + [Fox(world) for _ in range(2)]
    await asyncio.gather(*(animal.live(6) for animal in animals))
    print(world.count(Rabbit), world.count(Fox))


asyncio.run(main())
