# 面试题:下面的程序按什么顺序打印?
import asyncio


async def a():
    print("a1")
    await b()
    print("a2")


async def b():
    print("b1")
    await asyncio.sleep(0)
    print("b2")


async def c():
    print("c1")
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    await future
    print("c2")


async def main():
    print("m1")
    task = asyncio.create_task(a())
    asyncio.get_running_loop().call_soon(print, "soon")
    other = asyncio.ensure_future(c())
    print("m2")
    await task
    print("m3")
    await other
    print("m4")


asyncio.run(main())
