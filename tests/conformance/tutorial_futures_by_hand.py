# What is a Future? A box that is empty now and has something in it later.
import asyncio


async def cook(order, plate):
    print(f"cooking {order}")
    await asyncio.sleep(2)
    plate.set_result(f"a plate of {order}")


async def waiter(plate, table):
    print(f"table {table} waits")
    meal = await plate
    print(f"table {table} gets {meal}")


async def main():
    loop = asyncio.get_running_loop()
    plate = loop.create_future()
    plate.add_done_callback(lambda future: print("ding!", future.done()))
    print("is it ready?", plate.done())
    await asyncio.gather(waiter(plate, 1), waiter(plate, 2), cook("noodles", plate))
    print("still there:", plate.result())


asyncio.run(main())
