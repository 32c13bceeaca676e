# 定时任务:每隔一段时间执行一次,误差不累积
import asyncio


def periodic(interval):
    def decorate(function):
        async def runner():
            loop = asyncio.get_running_loop()
            next_time = loop.time()
            while True:
                await function()
                next_time += interval
                await asyncio.sleep(next_time - loop.time())
        return runner
    return decorate


@periodic(1)
async def heartbeat():
    print(f"心跳 {asyncio.get_running_loop().time():.1f}")
    await asyncio.sleep(0.3)


async def main():
    task = asyncio.create_task(heartbeat())
    await asyncio.sleep(3.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("心跳停止")


asyncio.run(main())
