import asyncio


class Gate(asyncio.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name
        self.passed = 0

    async def wait(self):
        await super().wait()
        self.passed += 1
        return self.name


class LoggedLock(asyncio.Lock):
    async def acquire(self):
        print("wants it")
        result = await super().acquire()
        print("has it")
        return result

    def release(self):
        super().release()
        print("gave it back")


class Group(asyncio.TaskGroup):
    def create_task(self, coro, **options):
        print("adding", coro.__qualname__)
        return super().create_task(coro, **options)


async def main():
    gate, lock = Gate("garden"), LoggedLock()
    lock.owner = "nobody"
    async with Group() as group:
        tasks = [group.create_task(gate.wait()) for _ in range(2)]
        await asyncio.sleep(1)
        gate.set()
    print([task.result() for task in tasks], gate.passed, gate.is_set(), isinstance(gate, asyncio.Event))
    async with lock:
        print(lock.locked(), lock.owner)
    plain = asyncio.Event()
    plain.label = "attributes may be added"
    print(plain.label, type(group).__name__)


asyncio.run(main())
