# A context stays entered while what runs in it holds its thread; a new thread has an empty one.
import asyncio, contextvars, time, threading
v = contextvars.ContextVar("v", default=0)
def f(n):
    v.set(n)
    time.sleep(1)
    print("in", v.get(), time.monotonic())
    return v.get()
async def main():
    v.set(1)
    ctx = contextvars.copy_context()
    print(ctx.run(f, 5), v.get(), ctx[v])
    t = threading.Thread(target=ctx.run, args=(f, 9))
    t.start()
    await asyncio.sleep(2)
    t.join()
    print(v.get(), ctx[v])
    asyncio.get_running_loop().call_soon(f, 7)
    await asyncio.sleep(3)
    print(v.get())
def other():
    print(v.get()); v.set(33); time.sleep(0.5); print(v.get())
threading.Thread(target=other).start()
v.set(44)
asyncio.run(main())
print(v.get())
