import asyncio, logging
logging.basicConfig(level=logging.INFO, format="%(asctime)s.%(msecs)03d %(threadName)s %(taskName)s %(funcName)s %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("x")
async def boom():
    log.info("in boom")
    raise ValueError("lost")
async def main():
    t = asyncio.create_task(boom())
    await asyncio.sleep(0.25)
    log.warning("forgot")
    del t
    asyncio.get_running_loop().call_soon(lambda: 1/0)
    await asyncio.sleep(0)
asyncio.run(main())
