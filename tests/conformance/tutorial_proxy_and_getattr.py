import asyncio
import types


class AsyncProxy:
    """Turns every method of an object into a coroutine."""

    def __init__(self, target, latency=0.1):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_latency", latency)

    def __getattr__(self, name):
        attr = getattr(self._target, name)
        if not callable(attr):
            return attr

        async def method(*args, **kwargs):
            await asyncio.sleep(self._latency)
            result = attr(*args, **kwargs)
            return await result if isinstance(result, types.CoroutineType) else result
        method.__name__ = name
        return method

    def __setattr__(self, name, value):
        print(f"set {name} = {value!r}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        print("del", name)
        delattr(self._target, name)

    def __len__(self):
        return len(self._target)

    def __getitem__(self, key):
        return self._target[key]

    def __eq__(self, other):
        return self._target == (other._target if isinstance(other, AsyncProxy) else other)

    def __repr__(self):
        return f"AsyncProxy({self._target!r})"


class Chain:
    def __init__(self, *parts):
        self._parts = parts

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Chain(*self._parts, name)

    def __truediv__(self, other):
        return Chain(*self._parts, str(other))

    async def __call__(self, **params):
        await asyncio.sleep(0)
        q = "&".join(f"{k}={v}" for k, v in params.items())
        return "/".join(self._parts) + ("?" + q if q else "")


class Account:
    rate = 0.1

    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total += n
        return self

    async def slow(self):
        return self.total


async def main():
    acc = AsyncProxy(Account())
    await acc.add(5)
    acc.total = 50
    print(await acc.slow(), acc.rate, acc.add.__name__)
    del acc.total
    try:
        await acc.slow()
    except AttributeError as e:
        print(e)
    try:
        acc.nothing
    except AttributeError as e:
        print(e)
    lst = AsyncProxy([3, 1, 2])
    await lst.sort()
    print(lst, len(lst), lst[0], lst == [1, 2, 3], await lst.index(2), asyncio.get_running_loop().time())
    api = Chain("https://api")
    print(await api.users.ann.repos(page=2), await (api / "v2" / 5 / "items")())
    try:
        api._private
    except AttributeError as e:
        print("AttributeError", e)
    ns = types.SimpleNamespace(x=1)
    ns.f = types.MethodType(lambda self: self.x, ns)
    print(ns.f(), callable(acc), hasattr(acc, "zzz"), getattr(acc, "zzz", "dflt"))


asyncio.run(main())
