import asyncio

other = asyncio.new_event_loop()


async def main():
    foreign, own = other.create_future(), asyncio.get_running_loop().create_future()
    for mix in (lambda: asyncio.gather(own, foreign), lambda: asyncio.ensure_future(foreign, loop=asyncio.get_running_loop())):
        try:
            mix()
        except ValueError as error:
            print(error)
    try:
        await foreign
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    try:
        await asyncio.wait_for(foreign, 1)
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    print(await asyncio.gather(), asyncio.gather().done())


asyncio.run(main())
other.close()
