# title: 谁先到？
# seed: 18446744073709551615
import asyncio, random


async def runner(name):
    await asyncio.sleep(random.random())
    print(name, "\t到了 🏁 \"quoted\" \\ back")


async def main():
    tasks = {asyncio.create_task(runner(name)) for name in "甲乙丙"}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()


asyncio.run(main())
