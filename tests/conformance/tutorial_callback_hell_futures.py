import asyncio
from concurrent.futures import Future as CFuture
from functools import partial


def fetch_user(uid, on_ok, on_err):
    loop = asyncio.get_event_loop()
    if uid < 0:
        loop.call_later(0.1, on_err, ValueError(f"bad id {uid}"))
    else:
        loop.call_later(0.2, on_ok, {"id": uid, "name": f"user{uid}"})


def to_future(fn, *args):
    fut = asyncio.get_running_loop().create_future()
    fn(*args, fut.set_result, fut.set_exception)
    return fut


class Promise:
    def __init__(self, executor):
        self._fut = asyncio.get_running_loop().create_future()
        executor(self._resolve, self._reject)

    def _resolve(self, v):
        self._fut.done() or self._fut.set_result(v)

    def _reject(self, e):
        self._fut.done() or self._fut.set_exception(e)

    def then(self, ok, err=None):
        def executor(resolve, reject):
            def settle(fut):
                try:
                    if fut.exception():
                        if err is None:
                            raise fut.exception()
                        resolve(err(fut.exception()))
                    else:
                        resolve(ok(fut.result()))
                except Exception as e:
                    reject(e)
            self._fut.add_done_callback(settle)
        return Promise(executor)

    def __await__(self):
        return self._fut.__await__()


async def main():
    print(await to_future(fetch_user, 1))
    try:
        await to_future(fetch_user, -1)
    except ValueError as e:
        print("caught", e)
    p = Promise(partial(fetch_user, 7)).then(lambda u: u["name"].upper()).then(lambda n: n + "!")
    print(await p)
    print(await Promise(partial(fetch_user, -7)).then(len, lambda e: f"recovered from {e}"))
    try:
        await Promise(partial(fetch_user, 3)).then(lambda u: u["missing"])
    except KeyError as e:
        print("KeyError", e)
    cf = CFuture()
    asyncio.get_running_loop().call_later(0.1, cf.set_result, "from concurrent")
    print(await asyncio.wrap_future(cf), cf.done())
    fut = asyncio.ensure_future(asyncio.sleep(0.1, "x"))
    print(asyncio.isfuture(fut), isinstance(fut, asyncio.Task), asyncio.ensure_future(fut) is fut)
    fut.add_done_callback(lambda f: print("cb1", f.result()))
    fut.add_done_callback(cb := lambda f: print("cb2"))
    print(fut.remove_done_callback(cb))
    await fut
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: print("already done"))
    await asyncio.sleep(0)


asyncio.run(main())
