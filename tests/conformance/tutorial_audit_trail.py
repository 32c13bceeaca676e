import contextvars
import json
import logging
import sys
import asyncio

request = contextvars.ContextVar("request", default="-")


class WithRequest(logging.Filter):
    def filter(self, record):
        record.request = request.get()
        return True


class Memory(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


memory = Memory()
memory.setFormatter(logging.Formatter('{{"level": "{levelname}", "request": "{request}", "text": "{message}"}}', style="{"))
stream = logging.StreamHandler(sys.stdout)
stream.setFormatter(logging.Formatter("%(request)-5s %(message)s"))
for handler in (memory, stream):
    handler.addFilter(WithRequest())
log = logging.getLogger("audit")
log.setLevel(logging.INFO)
log.handlers = [memory, stream]
log.propagate = False


async def step(name, seconds):
    log.info("%s starts", name)
    await asyncio.sleep(seconds)
    if seconds > 0.2:
        log.warning("%s was slow", name)


async def handle(number):
    request.set(f"r{number}")
    await step("load", 0.1 * number)
    await step("save", 0.15)


async def main():
    await asyncio.gather(*(handle(n) for n in (1, 2, 3)))
    log.error("all done")
    print([json.loads(line) for line in memory.records])


asyncio.run(main())
