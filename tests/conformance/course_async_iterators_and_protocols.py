import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Coroutine
from typing import Protocol, runtime_checkable


@runtime_checkable
class Source(Protocol):
    async def read(self) -> str | None: ...


class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)

    async def read(self):
        await asyncio.sleep(0.1)
        return self.lines.pop(0) if self.lines else None


class Reader(AsyncIterator):
    def __init__(self, source: Source):
        if not isinstance(source, Source):
            raise TypeError(f"{type(source).__name__} is no Source")
        self.source = source

    async def __anext__(self):
        line = await self.source.read()
        if line is None:
            raise StopAsyncIteration
        return line


class Ready:
    """An awaitable by hand."""

    def __init__(self, value, steps=2):
        self.value, self.steps = value, steps

    def __await__(self):
        for _ in range(self.steps):
            yield
        return self.value


class Stage(ABC):
    def __init__(self, upstream: AsyncIterable):
        self.upstream = upstream

    async def __aiter__(self):
        async for item in self.upstream:
            async for result in self.process(item):
                yield result

    @abstractmethod
    def process(self, item): ...


class Words(Stage):
    async def process(self, line):
        for word in line.split():
            yield word


class Upper(Stage):
    async def process(self, word):
        if word.isalpha():
            yield await Ready(word.upper(), 1)


async def merge(*iterables):
    queue, done = asyncio.Queue(), object()

    async def drain(iterable):
        async for item in iterable:
            await queue.put(item)
        await queue.put(done)
    tasks = [asyncio.create_task(drain(iterable)) for iterable in iterables]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is done:
            left -= 1
        else:
            yield item


async def main():
    pipeline = Upper(Words(Reader(Lines("the quick", "brown 42 fox", "", "end"))))
    print([word async for word in pipeline])
    print({len(w): w async for w in Words(Reader(Lines("a bb ccc"))) if len(w) > 1}, await Ready("now"))
    print([item async for item in merge(Reader(Lines("a1", "a2")), Reader(Lines("b1")))])
    reader = Reader(Lines("only"))
    print(aiter(reader) is reader, await anext(reader), await anext(reader, "default") if False else "-")
    print(isinstance(reader, AsyncIterable), isinstance(Ready(1), Awaitable), isinstance(Ready(1), Coroutine), isinstance(pipeline, AsyncIterator), isinstance(Lines(), Source))
    for broken in (lambda: Reader([]), lambda: Stage(None)):
        try:
            broken()
        except TypeError as error:
            print(error)
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        [x async for x in Lines()]
    except TypeError as error:
        print(error)


asyncio.run(main())
