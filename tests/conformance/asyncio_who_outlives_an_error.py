import asyncio
class P:
    over = False
    def __init__(self, n): self.n = n
    def __del__(self):
        if not type(self).over:
            print("   gone", self.n)
async def bad(n):
    p = P(n)
    raise ValueError(n)
async def agen(n):
    p = P(n)
    try:
        yield 1
        yield 2
    finally:
        print("   fin", n)
def attempt(name, f):
    print(name)
    try:
        print("  ->", f())
    except BaseException as e:
        print("  caught", type(e).__name__)
    print("  after", name)
async def spawn(n):
    p = P(n)
    t = asyncio.create_task(bad(n + "t"))
    await asyncio.sleep(0)
    raise KeyError(n)
def runner(n):
    with asyncio.Runner() as r:
        r.run(spawn(n))
def loop(n):
    l = asyncio.new_event_loop()
    try:
        l.run_until_complete(spawn(n))
    finally:
        l.close()
async def callback(n):
    p = P(n)
    def call():
        q = P(n + "cb")
        raise ValueError
    asyncio.get_running_loop().call_soon(call)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
async def executor(n):
    def job():
        p = P(n)
        raise ValueError(n)
    await asyncio.get_running_loop().run_in_executor(None, job)
async def ag(n):
    async for x in agen(n):
        raise KeyError
async def ag2(n):
    a = agen(n)
    async for x in a:
        break
    print("  broke")
    await asyncio.sleep(0)
    print("  slept")
async def ag3(n):
    a = agen(n)
    async for x in a:
        raise KeyError
async def future(n):
    f = asyncio.get_running_loop().create_future()
    f.p = P(n)
    f.set_exception(ValueError(n))
    await f
async def swallowed(n):
    async def inner():
        p = P(n)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("  swallow")
    t = asyncio.create_task(inner())
    await asyncio.sleep(0)
    t.cancel()
    await t
    del t
    print("  done")
async def reraised(n):
    async def inner():
        p = P(n)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as e:
            saved.append(e)
            raise
    t = asyncio.create_task(inner())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("  same", e is saved[0])
    del t
    print("  done")
    saved.clear()
    print("  cleared")
async def results(n):
    r = await asyncio.gather(bad(n), return_exceptions=True)
    print("  got")
    r = None
    print("  none")
async def eager(n):
    p = P(n)
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        await asyncio.create_task(bad(n + "t"))
    except ValueError:
        print("  caught")
saved = []
def go(c): return lambda: asyncio.run(c)
attempt("A", lambda: runner("a"))
attempt("B", lambda: loop("b"))
attempt("C", go(callback("c")))
attempt("D", go(executor("d")))
attempt("G", go(ag3("g")))
attempt("H", go(future("h")))
attempt("I", go(swallowed("i")))
attempt("J", go(reraised("j")))
attempt("K", go(results("k")))
attempt("L", go(eager("l")))
print("over")
P.over = True
