import asyncio


class Callback:
    def __repr__(self):
        return "Callback()"

    def __call__(self, number):
        raise ValueError(f"number {number}")


def broken(future):
    raise RuntimeError(f"after {future.result()}")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, Callback(), 7)
    loop.call_at(1.0, lambda: [].pop())
    future = loop.create_future()
    future.add_done_callback(broken)
    loop.call_later(1, future.set_result, "done")
    print(await future, loop.time())
    await asyncio.sleep(1)


asyncio.run(main())
