# seed: 5
import asyncio
import logging
import random
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(relativeCreated)7.0f ms %(levelname)-7s %(message)s")
log = logging.getLogger(__name__)


class Flaky(Exception):
    pass


async def call(name, fail):
    await asyncio.sleep(0.1)
    if random.random() < fail:
        raise Flaky(f"{name} hiccup")
    return name.upper()


async def retry(name, fail, attempts=4, base=0.2):
    for attempt in range(1, attempts + 1):
        try:
            result = await call(name, fail)
        except Flaky as error:
            if attempt == attempts:
                log.error("%s: giving up after %d attempts", name, attempt)
                raise
            pause = base * 2 ** (attempt - 1)
            log.warning("%s; attempt %d, waiting %.1f s", error, attempt, pause)
            await asyncio.sleep(pause)
        else:
            log.info("%s: ok at attempt %d", name, attempt)
            return result


async def main():
    results = await asyncio.gather(retry("alpha", 0.5), retry("beta", 0.9), retry("gamma", 0.2), return_exceptions=True)
    log.info("%r", results)


asyncio.run(main())
