import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(message)s")


async def main():
    print(asyncio.get_running_loop().get_debug())


asyncio.run(main(), debug=True)
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.close()
loop.close()
