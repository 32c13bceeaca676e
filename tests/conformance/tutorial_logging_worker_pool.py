import asyncio
import logging

logging.basicConfig(
    level=logging.INFO,
    format="%(asctime)s,%(msecs)03d [%(taskName)-8s] %(levelname)-7s %(funcName)s:%(lineno)d %(message)s",
    datefmt="%H:%M:%S",
)
log = logging.getLogger("pool")


async def worker(queue):
    while True:
        job = await queue.get()
        try:
            log.info("job %d begins", job)
            await asyncio.sleep(job / 10)
            if job == 3:
                raise RuntimeError(f"job {job} is broken")
        except RuntimeError as error:
            log.error("failed: %s", error)
        else:
            log.info("job %d done", job)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for job in range(1, 6):
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(queue), name=f"worker-{n}") for n in (1, 2)]
    await queue.join()
    for task in workers:
        task.cancel()
    log.warning("cancelled: %s", await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
