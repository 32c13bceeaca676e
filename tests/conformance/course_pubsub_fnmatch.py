import asyncio
from collections import defaultdict
import fnmatch


class Bus:
    def __init__(self):
        self._subs = defaultdict(list)
        self._errors = []

    def on(self, pattern):
        def register(fn):
            self._subs[pattern].append(fn)
            return fn
        return register

    async def emit(self, topic, **payload):
        handlers = [fn for pat, fns in self._subs.items() if fnmatch.fnmatch(topic, pat) for fn in fns]
        results = await asyncio.gather(*(self._call(fn, topic, payload) for fn in handlers))
        return dict(results)

    async def _call(self, fn, topic, payload):
        try:
            r = fn(topic, **payload)
            if asyncio.iscoroutine(r):
                r = await r
            return fn.__name__, r
        except Exception as e:
            self._errors.append(e)
            return fn.__name__, e


bus = Bus()


@bus.on("order.*")
async def audit(topic, **kw):
    await asyncio.sleep(0.1)
    return f"{topic}:{','.join(f'{k}={v}' for k, v in sorted(kw.items()))}"


@bus.on("order.created")
def mail(topic, *, user, total=0, **_):
    if not user:
        raise ValueError("no user")
    return f"mail to {user}: {total:.2f}"


@bus.on("*")
async def everything(topic, **_):
    return len(topic)


async def main():
    print(await bus.emit("order.created", user="ann", total=9.5))
    print(await bus.emit("order.paid", user="ann"))
    print(await bus.emit("order.created", user=""))
    print(bus._errors)
    print(fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("f1", "f[0-9]"))

asyncio.run(main())
