import asyncio


class Elevator:
    def __init__(self, floors):
        self.floor, self.floors = 1, floors
        self.calls = []
        self.called = asyncio.Event()

    def call(self, floor):
        print(f"{asyncio.get_running_loop().time():g}s call from floor {floor}")
        self.calls.append(floor)
        self.called.set()

    async def run(self):
        while True:
            await self.called.wait()
            target = min(self.calls, key=lambda floor: (abs(floor - self.floor), floor))
            while self.floor != target:
                self.floor += 1 if target > self.floor else -1
                await asyncio.sleep(1)
            self.calls.remove(target)
            print(f"{asyncio.get_running_loop().time():g}s doors open on floor {self.floor}")
            await asyncio.sleep(2)
            if not self.calls:
                self.called.clear()


async def main():
    elevator = Elevator(8)
    loop = asyncio.get_running_loop()
    for when, floor in [(0, 5), (1, 2), (3, 8), (15, 1)]:
        loop.call_later(when, elevator.call, floor)
    try:
        await asyncio.wait_for(elevator.run(), 30)
    except TimeoutError:
        print("end of shift on floor", elevator.floor)


asyncio.run(main())
