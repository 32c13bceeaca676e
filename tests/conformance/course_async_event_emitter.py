import asyncio
from collections import defaultdict
from functools import partial


class Emitter:
    def __init__(self):
        self._handlers = defaultdict(list)
        self.log = []

    def on(self, event, handler=None, *, once=False):
        if handler is None:
            return partial(self.on, event, once=once)
        self._handlers[event].append((handler, once))
        return handler

    async def emit(self, event, **data):
        handlers = list(self._handlers[event])
        self._handlers[event] = [(h, once) for h, once in handlers if not once]
        results = []
        for handler, _ in handlers:
            result = handler(**data)
            if asyncio.iscoroutine(result):
                result = await result
            results.append(result)
        return results


emitter = Emitter()


@emitter.on("order")
async def charge(amount, **_):
    await asyncio.sleep(amount / 100)
    print("charged", amount)
    return amount


@emitter.on("order", once=True)
def welcome(customer, **_):
    print("welcome", customer)


class Audit:
    def __init__(self):
        self.seen = []

    async def __call__(self, **data):
        self.seen.append(sorted(data))
        await asyncio.sleep(0)
        return len(self.seen)


audit = Audit()
emitter.on("order", audit)


async def main():
    print(await emitter.emit("order", amount=50, customer="Ann"))
    print(await emitter.emit("order", amount=25, customer="Ben"))
    print(await asyncio.gather(*(emitter.emit("order", amount=n, customer="c") for n in (30, 10))))
    print(await emitter.emit("nothing"), audit.seen[0], len(audit.seen), asyncio.get_running_loop().time())


asyncio.run(main())
