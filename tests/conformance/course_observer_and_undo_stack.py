from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Callable, Protocol


class Command(Protocol):
    def do(self, text: list[str]) -> None: ...
    def undo(self, text: list[str]) -> None: ...


@dataclass(frozen=True)
class Insert:
    place: int
    word: str

    def do(self, text):
        text.insert(self.place, self.word)

    def undo(self, text):
        del text[self.place]


@dataclass
class Delete:
    place: int
    removed: str | None = field(default=None, init=False, compare=False)

    def do(self, text):
        self.removed = text.pop(self.place)

    def undo(self, text):
        text.insert(self.place, self.removed)


@dataclass
class Group:
    commands: list[Command] = field(default_factory=list)

    def do(self, text):
        for command in self.commands:
            command.do(text)

    def undo(self, text):
        for command in reversed(self.commands):
            command.undo(text)


class Observable:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__[self.name]

    def __set__(self, instance, value):
        old = instance.__dict__.get(self.name)
        instance.__dict__[self.name] = value
        if old != value:
            for listener in instance.listeners:
                listener(self.name, old, value)


class Document:
    title = Observable()
    length = Observable()

    def __init__(self, title: str, keep: int = 3) -> None:
        self.listeners: list[Callable[[str, object, object], None]] = []
        self.text: list[str] = []
        self.done: deque[Command] = deque(maxlen=keep)
        self.undone: list[Command] = []
        self.group: Group | None = None
        self.title, self.length = title, 0

    def run(self, command: Command) -> Document:
        command.do(self.text)
        if self.group is not None:
            self.group.commands.append(command)
        else:
            self.done.append(command)
            self.undone.clear()
        self.length = len(self.text)
        return self

    def undo(self) -> bool:
        if not self.done:
            return False
        command = self.done.pop()
        command.undo(self.text)
        self.undone.append(command)
        self.length = len(self.text)
        return True

    def redo(self) -> bool:
        if not self.undone:
            return False
        command = self.undone.pop()
        command.do(self.text)
        self.done.append(command)
        self.length = len(self.text)
        return True

    @contextmanager
    def together(self):
        self.group = Group()
        try:
            yield self.group
        except Exception as error:
            self.group.undo(self.text)
            print("rolled back:", error)
        else:
            self.done.append(self.group)
        finally:
            self.group = None
            self.length = len(self.text)

    def __str__(self):
        return f"{self.title}: {' '.join(self.text) or '-'}"


doc = Document("draft")
doc.listeners.append(lambda name, old, new: print(f"  {name}: {old} -> {new}"))
doc.run(Insert(0, "hello")).run(Insert(1, "world"))
print(doc)
doc.run(Delete(0))
print(doc, doc.undo(), doc, doc.redo(), doc)
with doc.together():
    doc.run(Insert(0, "big")).run(Insert(0, "the"))
print(doc)
with doc.together():
    doc.run(Insert(0, "oops"))
    doc.run(Delete(99))
print(doc, len(doc.done), doc.done[-1])
doc.title = "final"
doc.title = "final"
while doc.undo():
    pass
print(doc, doc.redo(), doc, Insert(1, "a") == Insert(1, "a"), {Insert(1, "a")}, Delete(1) == Delete(1), type(Document.title).__name__)
