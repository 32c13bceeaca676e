# A warning of the same words at the same line is told once.
import asyncio


async def mine():
    pass


async def other():
    pass


async def main():
    for _ in range(3):
        mine()
    for function in (mine, other, mine):
        function()
    mine()


asyncio.run(main())
