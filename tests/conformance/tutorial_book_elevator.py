import asyncio
import heapq


class Elevator:
    def __init__(self):
        self.floor, self.up, self.down, self.wake = 0, [], [], asyncio.Event()

    def call(self, floor):
        heapq.heappush(self.up, floor) if floor >= self.floor else heapq.heappush(self.down, -floor)
        self.wake.set()

    async def move_to(self, floor):
        while self.floor != floor:
            await asyncio.sleep(1)
            self.floor += 1 if floor > self.floor else -1
        print(f"{asyncio.get_running_loop().time():>4.1f}s doors open at {floor}")
        await asyncio.sleep(0.5)

    async def run(self):
        while True:
            await self.wake.wait()
            while self.up or self.down:
                while self.up:
                    await self.move_to(heapq.heappop(self.up))
                while self.down:
                    await self.move_to(-heapq.heappop(self.down))
            self.wake.clear()
            print("idle at", self.floor)


async def people(elevator):
    for pause, floor in ((0, 3), (0.2, 1), (1.5, 5), (4, 0), (8, 2)):
        await asyncio.sleep(pause)
        print(f"{asyncio.get_running_loop().time():>4.1f}s call from {floor}")
        elevator.call(floor)


async def main():
    elevator = Elevator()
    engine = asyncio.create_task(elevator.run())
    await people(elevator)
    try:
        await asyncio.wait_for(asyncio.shield(engine), 20)
    except TimeoutError:
        engine.cancel()
    print(elevator.floor, engine)


asyncio.run(main())
