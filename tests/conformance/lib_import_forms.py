import collections.abc as cabc
from asyncio import sleep as nap, run
from math import *
from time import monotonic


def lazily():
    from random import Random
    return Random(1).random()


async def main():
    await nap(1)
    return floor(pi), monotonic()


print(run(main()), lazily(), isinstance({}, cabc.Mapping))
