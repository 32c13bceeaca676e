import asyncio
from asyncio import exceptions, locks, queues, tasks
import asyncio.futures

print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
for name in ("CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError",
             "SendfileNotAvailableError", "BrokenBarrierError", "QueueEmpty", "QueueFull", "QueueShutDown"):
    kind = getattr(asyncio, name)
    print(name, kind.__module__, [base.__name__ for base in kind.__mro__[1:-2]])
print(asyncio.TimeoutError is TimeoutError, exceptions.CancelledError is asyncio.CancelledError)
print(queues.Queue is asyncio.Queue, locks.Lock is asyncio.Lock, tasks.wait_for is asyncio.wait_for)
print(asyncio.futures.Future is asyncio.Future, issubclass(asyncio.LifoQueue, asyncio.Queue))
print(asyncio.Queue, asyncio.Lock, asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner, asyncio.Barrier)
print(asyncio.Queue[int], asyncio.Future[str].__origin__.__name__)


def f(queue: asyncio.Queue[int], task: asyncio.Task[None], event: asyncio.Event | None = None) -> asyncio.Future[int]:
    return queue


print(f(1, 2), [name for name in f.__annotations__])
