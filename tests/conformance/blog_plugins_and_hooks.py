from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod
from typing import Any, ClassVar


class Plugin(ABC):
    registry: ClassVar[dict[str, type[Plugin]]] = {}
    priority = 0

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.removesuffix("Plugin").lower()
        if not getattr(cls, "__abstractmethods__", None):
            Plugin.registry[cls.name] = cls

    @abstractmethod
    def run(self, text: str) -> str: ...

    @classmethod
    def create(cls, name: str, **options: Any) -> Plugin:
        try:
            return cls.registry[name](**options)
        except KeyError:
            raise LookupError(f"no plugin {name!r}; there are {', '.join(sorted(cls.registry))}") from None

    def __class_getitem__(cls, name):
        return cls.registry[name]


class UpperPlugin(Plugin):
    def run(self, text):
        return text.upper()


@dataclass
class RepeatPlugin(Plugin, name="times"):
    count: int = 2
    priority: ClassVar[int] = 5

    def run(self, text):
        return " ".join([text] * self.count)


class Reverse(Plugin):
    priority = 1

    def run(self, text):
        return text[::-1]


print(Plugin.registry, Plugin.create("times", count=3).run("ha"), Plugin["upper"]().run("x"))
for plugin in sorted(Plugin.registry.values(), key=lambda p: (-p.priority, p.name)):
    print(plugin.name, plugin.priority, plugin().run("abc"))
for broken in (lambda: Plugin.create("none"), lambda: Plugin(), lambda: Plugin.create("times", size=1)):
    try:
        broken()
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)


@singledispatch
def to_json(value) -> str:
    raise TypeError(f"cannot serialize {type(value).__name__}")


@to_json.register
def _(value: str) -> str:
    return f'"{value}"'


@to_json.register(int)
@to_json.register(float)
def _(value):
    return str(value)


@to_json.register
def _(value: bool | None):
    return {True: "true", False: "false", None: "null"}[value]


@to_json.register(list)
@to_json.register(tuple)
def _(value):
    return "[" + ", ".join(map(to_json, value)) + "]"


@to_json.register(dict)
def _(value):
    return "{" + ", ".join(f"{to_json(str(k))}: {to_json(v)}" for k, v in value.items()) + "}"


print(to_json({"a": [1, 2.5, True, None, ("x",)], "b": {}}), to_json.dispatch(bool) is to_json.dispatch(int), sorted(t.__name__ for t in to_json.registry))
try:
    to_json({1})
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def show(self, value):
        return f"<{value}>"

    @show.register
    def _(self, value: int):
        return f"int {value:,}"

    @show.register
    def _(self, value: list):
        return [self.show(item) for item in value]

    @singledispatchmethod
    @classmethod
    def kind(cls, value):
        return "thing"

    @kind.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} text"


print(Formatter().show([1234567, "s", [2.5]]), Formatter.kind("a"), Formatter().kind(5))
