import asyncio
from abc import ABC, abstractmethod
from typing import Callable


class Command(ABC):
    @abstractmethod
    def do(self, text: str) -> str: ...
    @abstractmethod
    def undo(self, text: str) -> str: ...


class Insert(Command):
    def __init__(self, at, what):
        self.at, self.what = at, what

    def do(self, text):
        return text[:self.at] + self.what + text[self.at:]

    def undo(self, text):
        return text[:self.at] + text[self.at + len(self.what):]

    def __repr__(self):
        return f"+{self.what!r}@{self.at}"


class Delete(Command):
    def __init__(self, start, stop):
        self.span = slice(start, stop)

    def do(self, text):
        self.gone = text[self.span]
        return text[:self.span.start] + text[self.span.stop:]

    def undo(self, text):
        return text[:self.span.start] + self.gone + text[self.span.start:]

    def __repr__(self):
        return f"-{self.span.start}:{self.span.stop}"


class Editor:
    def __init__(self):
        self.text, self._done, self._undone = "", [], []
        self._listeners: list[Callable] = []
        self._autosave: asyncio.Task | None = None
        self.saved = None

    def on_change(self, fn):
        self._listeners.append(fn)
        return fn

    def run(self, cmd: Command):
        self.text = cmd.do(self.text)
        self._done.append(cmd)
        self._undone.clear()
        self._changed(cmd)
        return self

    def undo(self):
        if self._done:
            cmd = self._done.pop()
            self.text = cmd.undo(self.text)
            self._undone.append(cmd)
            self._changed(cmd)

    def redo(self):
        if self._undone:
            self.text = (cmd := self._undone.pop()).do(self.text)
            self._done.append(cmd)
            self._changed(cmd)

    def _changed(self, cmd):
        for fn in self._listeners:
            fn(self, cmd)
        if self._autosave:
            self._autosave.cancel()
        self._autosave = asyncio.get_running_loop().create_task(self._save())

    async def _save(self):
        try:
            await asyncio.sleep(0.5)
            self.saved = self.text
            print("autosaved", repr(self.saved))
        except asyncio.CancelledError:
            pass


async def main():
    ed = Editor()

    @ed.on_change
    def show(e, cmd):
        print(f"{cmd!r:<14}{e.text!r}")
    ed.run(Insert(0, "hello")).run(Insert(5, " wurld"))
    await asyncio.sleep(0.3)
    ed.run(Delete(7, 8)).run(Insert(7, "o"))
    ed.undo()
    ed.undo()
    await asyncio.sleep(0.6)
    ed.redo()
    ed.redo()
    ed.redo()
    print(ed.text, ed.saved, len(ed._done), slice(1, None, 2).indices(5), ed._autosave.get_coro().__qualname__)
    await ed._autosave


asyncio.run(main())
