import asyncio
import inspect
import sys
from typing import Any, Callable


class PluginMeta(type):
    registry: dict[str, type] = {}

    def __new__(mcls, name, bases, namespace, *, abstract=False, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        if not abstract:
            key = namespace.get("name") or name.lower()
            if key in mcls.registry:
                raise TypeError(f"duplicate plugin {key!r}")
            mcls.registry[key] = cls
        return cls

    def __iter__(cls):
        return iter(PluginMeta.registry.items())

    def __contains__(cls, name):
        return name in PluginMeta.registry

    def __repr__(cls):
        return f"<plugin class {cls.__name__}>"


class Plugin(metaclass=PluginMeta, abstract=True):
    async def run(self, data: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__}.run")


class Upper(Plugin):
    async def run(self, data):
        await asyncio.sleep(0.1)
        return data.upper()


class Reverse(Plugin):
    name = "rev"

    async def run(self, data):
        return data[::-1]


class Todo(Plugin):
    pass


async def main():
    text = "hello"
    for name, cls in Plugin:
        try:
            text = await cls().run(text)
            print(name, "->", text)
        except NotImplementedError as e:
            print(name, "not implemented:", e)
    print("rev" in Plugin, Plugin, Upper, type(Upper).__name__)
    try:
        class Rev2(Plugin):
            name = "rev"
    except TypeError as e:
        print(e)
    print([n for n, o in inspect.getmembers(Upper, inspect.isfunction)], inspect.signature(Plugin.run))
    sig = inspect.signature(lambda a, b=1, *args, c, d=2, **kw: None)
    print(sig, [f"{p.name}:{p.kind.name}" for p in sig.parameters.values()])
    bound = sig.bind(1, 2, 3, c=4)
    bound.apply_defaults()
    print(bound.arguments)
    try:
        sig.bind(1)
    except TypeError as e:
        print(e)
    print(inspect.getdoc(asyncio.sleep) is None or True, inspect.isclass(Upper), callable(Upper), inspect.iscoroutinefunction(Upper.run))
    print(sys.version_info >= (3, 11), sys.version_info[:2], __name__, __doc__)


asyncio.run(main())
