"""What asyncio has to do with threads: its executors, and futures of both kinds.

A function's `at` is where CPython has it, for reprs that show it.
"""
from _thread import copy_context, enter
from asyncio import CancelledError, InvalidStateError, ensure_future, get_event_loop, get_running_loop, iscoroutine, isfuture
from concurrent import futures
from threading import Thread

_executors = {}
_without_executor = set()  # loops whose executor was shut down


def run_in_executor(loop, executor, func, *args):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if executor is None:
        executor = _executors.get(loop)
        if loop in _without_executor:
            raise RuntimeError("Executor shutdown has been called")
        if executor is None:
            executor = _executors[loop] = futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    if not isinstance(executor, futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    _executors[loop] = executor


def shutdown_default_executor(loop):
    """Begin to; the future is done when it is. None where there is nothing to shut down."""
    _without_executor.add(loop)
    executor = _executors.get(loop)
    if executor is None:
        return None
    future = loop.create_future()

    def _do_shutdown():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(_set_result_unless_cancelled, future, None)
        except Exception as error:
            if not loop.is_closed() and not future.cancelled():
                loop.call_soon_threadsafe(future.set_exception, error)

    Thread(target=_do_shutdown).start()
    return future


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()
    context = copy_context()

    def job():
        before = enter(context)
        try:
            return func(*args, **kwargs)
        finally:
            enter(before)

    job.__qualname__ = getattr(func, "__qualname__", type(func).__name__)
    return await run_in_executor(loop, None, job)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = futures.Future()

    def callback():
        try:
            _chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    callback.at = "asyncio/tasks.py:993"
    loop.call_soon_threadsafe(callback)
    return future


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    assert isinstance(future, futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    wrapped = (loop or get_event_loop()).create_future()
    _chain_future(future, wrapped)
    return wrapped


def _chain_future(source, destination):
    """What one comes to, the other does; cancelling the second cancels the first."""
    source_loop = source.get_loop() if isfuture(source) else None
    destination_loop = destination.get_loop() if isfuture(destination) else None

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is destination_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination_loop is None or destination_loop is source_loop:
            _set_state(destination, source)
        elif not destination_loop.is_closed():
            destination_loop.call_soon_threadsafe(_set_state, destination, source)

    _call_check_cancel.at, _call_set_state.at = "asyncio/futures.py:386", "asyncio/futures.py:393"
    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _set_state(future, other):
    if isfuture(future):
        if future.cancelled():
            return
        assert not future.done()
        if other.cancelled():
            future.cancel()
            return
    else:
        if other.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
    error = other.exception()
    if error is not None:
        future.set_exception(_as_asyncio(error))
    else:
        future.set_result(other.result())


_set_state.at = "asyncio/futures.py:380"
_set_state.__qualname__ = "_chain_future.<locals>._set_state"
_set_result_unless_cancelled.at = "asyncio/futures.py:312"


def _as_asyncio(error):
    for theirs, ours in ((futures.CancelledError, CancelledError), (futures.InvalidStateError, InvalidStateError)):
        if type(error) is theirs:
            return ours(*error.args).with_traceback(error.__traceback__)
    return error
