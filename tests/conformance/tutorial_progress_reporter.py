import asyncio


async def work(progress, total):
    for n in range(total):
        await asyncio.sleep(0.7)
        progress["done"] += 1


async def report(progress, total):
    try:
        while True:
            filled = progress["done"] * 10 // total
            print(f"[{'#' * filled}{'.' * (10 - filled)}] {progress['done'] / total:4.0%}")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("[##########] finished")


async def main():
    progress = {"done": 0}
    reporter = asyncio.create_task(report(progress, 8))
    await work(progress, 8)
    reporter.cancel()
    await reporter


asyncio.run(main())
