import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ArithmeticError("two")
    return n


async def main():
    for earliest in asyncio.as_completed([job(3), job(1), job(2)]):
        try:
            print("result", await earliest)
        except ArithmeticError as error:
            print("failed", error)


asyncio.run(main())
