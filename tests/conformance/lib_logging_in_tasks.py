import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(taskName)s %(message)s")
log = logging.getLogger(__name__)


async def worker(n):
    log.info("start %d", n)
    await asyncio.sleep(n)
    log.info("end %d", n)


async def main():
    await asyncio.gather(worker(2), worker(1))


logging.getLogger("asyncio").setLevel(logging.WARNING)
asyncio.run(main())
