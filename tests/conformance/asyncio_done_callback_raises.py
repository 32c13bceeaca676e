import asyncio


def careless(future):
    raise RuntimeError("careless")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(careless)
    future.add_done_callback(lambda f: print("second callback", f.result()))
    future.set_result(5)
    print(await future)
    await asyncio.sleep(0)


asyncio.run(main())
