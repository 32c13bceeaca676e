# 老教程的写法:手动拿事件循环
import asyncio


async def download(name, size):
    for part in range(1, size + 1):
        await asyncio.sleep(0.5)
        print("%s: %d/%d" % (name, part, size))
    return "%s 下载完成" % name


def callback(future):
    print("回调:", future.result())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
tasks = [loop.create_task(download("电影", 3)), loop.create_task(download("音乐", 1))]
for task in tasks:
    task.add_done_callback(callback)
try:
    loop.run_until_complete(asyncio.wait(tasks))
finally:
    loop.close()
print([task.result() for task in tasks])
