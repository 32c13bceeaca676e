import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, event):
        def register(handler):
            self.handlers[event].append(handler)
            return handler
        return register

    async def emit(self, event, **data):
        results = await asyncio.gather(*(handler(**data) for handler in self.handlers[event]), return_exceptions=True)
        failed = [r for r in results if isinstance(r, Exception)]
        print(f"{event}: {len(results) - len(failed)} ok, {len(failed)} failed {failed}")


bus = Bus()


@bus.on("signup")
async def send_mail(name, **_):
    await asyncio.sleep(1)
    print("mail sent to", name)


@bus.on("signup")
async def add_points(name, points=10):
    await asyncio.sleep(0.5)
    print(name, "gets", points, "points")
    if points < 0:
        raise ValueError("negative points")


async def main():
    await bus.emit("signup", name="Ann")
    await bus.emit("signup", name="Bob", points=-5)
    await bus.emit("unheard")


asyncio.run(main())
