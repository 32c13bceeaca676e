import asyncio
import contextvars
import sys

var = contextvars.ContextVar("var", default="outside")


def handler(loop, context):
    print("handler", context["message"], var.get())


async def idle():
    var.set("idle")
    await asyncio.sleep(1)


async def work():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    var.set("main")
    other = asyncio.create_task(idle())
    await asyncio.sleep(0)
    for key, thing in [("task", other), ("future", other), ("task", asyncio.current_task()), ("future", asyncio.current_task()), ("task", 5), ("handle", None), ("future", loop.create_future())]:
        loop.call_exception_handler({"message": key, key: thing, "exception": ValueError("x")})
    other.cancel()


class Quiet:
    def write(self, text):
        sys.stdout.write(text.split(" at 0x")[0] + "\n" if " at 0x" in text else text)

    def flush(self):
        pass


sys.stderr = Quiet()
async def main():
    await asyncio.create_task(work())


asyncio.run(main())
