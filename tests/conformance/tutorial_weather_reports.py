# 并发查询天气,区分超时、失败和成功
import asyncio

CITIES = {"北京": (1, 25), "上海": (2, 28), "广州": (6, 33), "火星": (1, None)}


async def get_weather(city):
    seconds, degrees = CITIES[city]
    await asyncio.sleep(seconds)
    if degrees is None:
        raise KeyError(f"没有 {city} 的数据")
    return degrees


async def main():
    tasks = {asyncio.create_task(get_weather(city)): city for city in CITIES}
    done, pending = await asyncio.wait(tasks, timeout=3)
    for task in tasks:
        city = tasks[task]
        if task in pending:
            task.cancel()
            print(f"{city}: 超时")
        elif task.exception():
            print(f"{city}: 失败 {task.exception()}")
        else:
            print(f"{city}: {task.result()}℃")
    if pending:
        await asyncio.wait(pending)
    print("是否取消:", [tasks[t] for t in tasks if t.cancelled()])


asyncio.run(main())
