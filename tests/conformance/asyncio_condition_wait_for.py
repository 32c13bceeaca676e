import asyncio


async def consumer(condition, stock):
    async with condition:
        await condition.wait_for(lambda: len(stock) >= 3)
        print("took", stock, asyncio.get_running_loop().time())
        stock.clear()


async def producer(condition, stock):
    for n in range(4):
        await asyncio.sleep(1)
        async with condition:
            stock.append(n)
            condition.notify()
            print("made", n)


async def main():
    condition, stock = asyncio.Condition(), []
    await asyncio.gather(consumer(condition, stock), producer(condition, stock))
    print(stock)


asyncio.run(main())
