import asyncio
import json
from dataclasses import dataclass, field, asdict
from datetime import datetime, timezone
from itertools import count
from pathlib import Path


@dataclass
class Todo:
    text: str
    id: int = field(default_factory=count(1).__next__)
    done: bool = False
    created: str = field(default_factory=lambda: datetime.now(timezone.utc).isoformat(timespec="seconds"))

    def __post_init__(self):
        if not self.text.strip():
            raise ValueError("empty todo")


class Store:
    def __init__(self, path: Path):
        self.path = path
        self.items: dict[int, Todo] = {}
        self._dirty = asyncio.Event()
        self._saves = 0

    def add(self, text):
        t = Todo(text)
        self.items[t.id] = t
        self._dirty.set()
        return t

    def toggle(self, id):
        try:
            self.items[id].done ^= True
        except KeyError:
            raise LookupError(f"no todo {id}") from None
        self._dirty.set()

    async def autosave(self, every=0.5):
        while True:
            await self._dirty.wait()
            await asyncio.sleep(every)
            self._dirty.clear()
            self.save()

    def save(self):
        self._saves += 1
        self.path.write_text(json.dumps([asdict(t) for t in self.items.values()], indent=2))

    @classmethod
    def load(cls, path):
        s = cls(path)
        for raw in json.loads(path.read_text()):
            t = Todo(**raw)
            s.items[t.id] = t
        return s


async def main():
    path = Path("todos.json")
    store = Store(path)
    saver = asyncio.create_task(store.autosave())
    store.add("buy milk")
    await asyncio.sleep(0.1)
    store.add("write code")
    await asyncio.sleep(1)
    store.toggle(2)
    await asyncio.sleep(1)
    saver.cancel()
    print(store._saves, path.exists(), path.stat().st_size > 0)
    print(path.read_text())
    again = Store.load(path)
    print(again.items[2], again.items == store.items)
    for bad in (lambda: store.add("  "), lambda: store.toggle(99), lambda: Todo(txt="x")):
        try:
            bad()
        except (ValueError, LookupError, TypeError) as e:
            print(type(e).__name__, e)
    path.unlink()


asyncio.run(main())
