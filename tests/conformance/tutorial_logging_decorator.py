import asyncio
import functools
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s:%(name)s:%(message)s")


def logged(function):
    log = logging.getLogger(function.__module__)

    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        log.debug("%s(%s) called", function.__name__, shown)
        began = time.perf_counter()
        try:
            result = await function(*args, **kwargs)
        except Exception as error:
            log.error("%s raised %s after %.2fs", function.__name__, type(error).__name__, time.perf_counter() - began)
            raise
        log.debug("%s -> %r in %.2fs", function.__name__, result, time.perf_counter() - began)
        return result

    return wrapper


@logged
async def divide(a, b, *, pause=0.5):
    await asyncio.sleep(pause)
    return a / b


async def main():
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    results = await asyncio.gather(divide(6, 3), divide(1, 0, pause=0.25), return_exceptions=True)
    logging.info("results: %s", results)


asyncio.run(main())
