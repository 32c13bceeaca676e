import asyncio
import contextvars

request_id = contextvars.ContextVar("request_id", default="-")


def log(message):
    print(f"[{request_id.get()}] {message}")


async def query(table):
    log(f"query {table}")
    await asyncio.sleep(0.3)


async def handle(number):
    request_id.set(f"req-{number}")
    log("start")
    await asyncio.gather(query("users"), query("orders"))
    log("end")


async def main():
    log("server up")
    await asyncio.gather(*(handle(n) for n in range(2)))
    log("server down")


asyncio.run(main())
