import asyncio
import contextlib
import logging

logging.basicConfig(level=logging.INFO, format="%(relativeCreated)5.0f %(levelname)s %(message)s")
log = logging.getLogger("server")


class Server:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.handlers = set()

    async def handle(self, number):
        try:
            await asyncio.sleep(number * 0.4)
            log.info("request %d answered", number)
        except asyncio.CancelledError:
            log.warning("request %d dropped", number)
            raise

    async def accept(self):
        for number in range(1, 100):
            if self.stopping.is_set():
                break
            task = asyncio.create_task(self.handle(number), name=f"request-{number}")
            self.handlers.add(task)
            task.add_done_callback(self.handlers.discard)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self.stopping.wait(), 0.3)
        log.info("no longer accepting, %d open", len(self.handlers))

    async def shutdown(self, grace):
        self.stopping.set()
        if self.handlers:
            _, pending = await asyncio.wait(self.handlers, timeout=grace)
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)


async def main():
    server = Server()
    accepting = asyncio.create_task(server.accept())
    await asyncio.sleep(1)
    await server.shutdown(grace=1)
    await accepting
    log.info("bye, %s", server.stopping.is_set())


asyncio.run(main())
