# 把回调风格的函数包装成可以 await 的协程
import asyncio


def old_style_read(loop, path, on_success, on_error):
    if path.endswith(".txt"):
        loop.call_later(1, on_success, f"{path} 的内容")
    else:
        loop.call_later(0.5, on_error, ValueError(f"不支持 {path}"))


def read(path):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    old_style_read(loop, path, future.set_result, future.set_exception)
    return future


async def main():
    print(await read("笔记.txt"))
    try:
        await read("图片.png")
    except ValueError as error:
        print("出错了:", error)
    print(await asyncio.gather(read("a.txt"), read("b.jpg"), return_exceptions=True))


asyncio.run(main())
