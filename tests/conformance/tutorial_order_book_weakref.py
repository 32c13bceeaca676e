import asyncio
import weakref


class Subscriber:
    def __init__(self, name):
        self.name = name

    def notify(self, event):
        print(f"{self.name} got {event!r}")

    def __repr__(self):
        return f"<Subscriber {self.name}>"


class Publisher:
    """Keeps weak references so that subscribers can die."""

    def __init__(self):
        self._subs = weakref.WeakSet()
        self._names = weakref.WeakValueDictionary()

    def subscribe(self, sub):
        self._subs.add(sub)
        self._names[sub.name] = sub

    async def publish(self, event):
        for sub in sorted(self._subs, key=lambda s: s.name):
            sub.notify(event)
            await asyncio.sleep(0.1)


async def main():
    pub = Publisher()
    a = Subscriber("a")
    b = Subscriber("b")
    pub.subscribe(a)
    pub.subscribe(b)
    ref = weakref.ref(b)
    print(ref() is b)
    await pub.publish("one")
    print(len(pub._subs), sorted(pub._names))
    del b
    print(ref())
    await pub.publish("two")
    print(len(pub._subs), sorted(pub._names.keys()))
    print("b" in pub._names, pub._names.get("a"))

    fin = weakref.finalize(a, print, "a is gone")
    print(fin.alive)
    del a
    print(fin.alive)


asyncio.run(main())
