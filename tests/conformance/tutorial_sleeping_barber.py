import asyncio


class Shop:
    def __init__(self, chairs):
        self.chairs = asyncio.Queue(maxsize=chairs)

    async def barber(self):
        while True:
            if self.chairs.empty():
                print("barber sleeps")
            customer, done = await self.chairs.get()
            print("cutting", customer)
            await asyncio.sleep(3)
            done.set()

    async def customer(self, name, arrives):
        await asyncio.sleep(arrives)
        done = asyncio.Event()
        try:
            self.chairs.put_nowait((name, done))
        except asyncio.QueueFull:
            print(name, "leaves, no chair is free")
            return False
        await done.wait()
        print(name, "goes home at", asyncio.get_running_loop().time())
        return True


async def main():
    shop = Shop(chairs=2)
    barber = asyncio.create_task(shop.barber())
    served = await asyncio.gather(*(shop.customer(f"customer {n}", n * 0.9) for n in range(6)))
    barber.cancel()
    print(sum(served), "served")


asyncio.run(main())
