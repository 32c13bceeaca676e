# Whatever else a handler raises is only told; these two end the loop.
import asyncio


def exits(loop, context):
    raise SystemExit(context["message"].split(" in ")[0])


def interrupts(loop, context):
    raise KeyboardInterrupt


async def main(handler):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_later(1, lambda: 1 / 0)
    try:
        await asyncio.sleep(2)
        print("never")
    finally:
        print("cleaned up", loop.time())


for handler in (exits, interrupts):
    try:
        asyncio.run(main(handler))
    except (SystemExit, KeyboardInterrupt) as error:
        print(repr(error))
