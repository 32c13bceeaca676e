"""A tiny DAG runner with topological order and per-node status."""
from __future__ import annotations

import asyncio
import enum
import graphlib
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable


class Status(enum.Enum):
    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass
class Node:
    name: str
    fn: Callable[..., Awaitable[Any]]
    deps: list[str] = field(default_factory=list)
    status: Status = Status.PENDING
    result: Any = None


class Dag:
    def __init__(self):
        self.nodes: dict[str, Node] = {}

    def task(self, *deps: str):
        def register(fn):
            self.nodes[fn.__name__] = Node(fn.__name__, fn, list(deps))
            return fn
        return register

    async def run(self):
        sorter = graphlib.TopologicalSorter({n.name: n.deps for n in self.nodes.values()})
        sorter.prepare()
        running: dict[asyncio.Task, Node] = {}
        while sorter.is_active():
            for name in sorter.get_ready():
                node = self.nodes[name]
                if any(self.nodes[d].status is not Status.DONE for d in node.deps):
                    node.status = Status.SKIPPED
                    sorter.done(name)
                    continue
                node.status = Status.RUNNING
                args = [self.nodes[d].result for d in node.deps]
                running[asyncio.create_task(node.fn(*args), name=name)] = node
            if not running:
                continue
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for t in sorted(done, key=lambda t: t.get_name()):
                node = running.pop(t)
                if exc := t.exception():
                    node.status = Status.FAILED
                    node.result = exc
                else:
                    node.status = Status.DONE
                    node.result = t.result()
                print(f"{asyncio.get_running_loop().time():.1f} {node.name}: {node.status.value}")
                sorter.done(node.name)


dag = Dag()


@dag.task()
async def extract():
    await asyncio.sleep(0.5)
    return [1, 2, 3]


@dag.task("extract")
async def transform(xs):
    await asyncio.sleep(0.3)
    return [x * 10 for x in xs]


@dag.task("extract")
async def validate(xs):
    await asyncio.sleep(0.1)
    raise ValueError("row 2 is bad")


@dag.task("transform")
async def load(xs):
    await asyncio.sleep(0.2)
    return len(xs)


@dag.task("validate")
async def publish(x):
    return x


asyncio.run(dag.run())
for n in dag.nodes.values():
    print(n.name, n.status, repr(n.result))
