import asyncio
import logging
from datetime import datetime, timedelta

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(message)s", datefmt="%M:%S")


class Watchdog:
    def __init__(self, limit):
        self.limit = timedelta(seconds=limit)
        self.seen = {}

    def beat(self, name):
        self.seen[name] = datetime.now()

    def late(self):
        now = datetime.now()
        return sorted(name for name, at in self.seen.items() if now - at > self.limit)

    async def run(self, every):
        while True:
            await asyncio.sleep(every)
            for name in self.late():
                age = datetime.now() - self.seen.pop(name)
                logging.warning("%s is silent for %s", name, age)


async def service(name, dog, period, beats):
    for n in range(beats):
        dog.beat(name)
        logging.debug("%s beats (%d)", name, n + 1)
        await asyncio.sleep(period)


async def main():
    dog = Watchdog(limit=2.5)
    guard = asyncio.create_task(dog.run(1))
    await asyncio.gather(service("web", dog, 1, 6), service("mail", dog, 2, 2))
    guard.cancel()
    await asyncio.gather(guard, return_exceptions=True)
    logging.info("guard cancelled: %s, last seen %s", guard.cancelled(), {k: v.strftime("%S") for k, v in dog.seen.items()})


logging.getLogger("asyncio").setLevel(logging.ERROR)
asyncio.run(main())
