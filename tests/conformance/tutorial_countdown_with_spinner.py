# 一边倒计时,一边转圈
import asyncio
import itertools


async def spin(text):
    for symbol in itertools.cycle("|/-\\"):
        print(f"{symbol} {text}", end="; ")
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            break
    print("停")


async def slow_function():
    await asyncio.sleep(2)
    return 42


async def supervisor():
    spinner = asyncio.create_task(spin("思考中"))
    print("旋转任务:", spinner.get_name())
    result = await slow_function()
    spinner.cancel()
    await spinner
    return result


print("答案:", asyncio.run(supervisor()))
