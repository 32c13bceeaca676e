import asyncio


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(print, "never said")
    later = loop.call_later(1, print, "never said either")
    kept = loop.call_at(2.0, print, "kept")
    soon.cancel()
    later.cancel()
    later.cancel()
    print(soon.cancelled(), later.cancelled(), kept.cancelled(), kept.when(), later.when())
    await asyncio.sleep(3)
    kept.cancel()
    print(kept.cancelled(), loop.time())


asyncio.run(main())
