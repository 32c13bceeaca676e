import asyncio


class Big:
    def __repr__(self):
        return "<Big " + "x" * 40 + ">"


class Broken:
    def __repr__(self):
        raise ValueError


RESULTS = [
    list(range(9)), ["a" * 50, "b"], (1,), (1, 2), (), [[[[[[[[1]]]]]]]], {"z": 1, "a": [2] * 9, "k": None, "m": 4, "b": 5},
    {3, 1, 2}, set(), frozenset({5, 4}), {"b", "a"}, 10**39, 10**60, -5, True, 1.5, 1 / 3 * 1e-200, "y" * 28, "y" * 29, "'" * 40,
    "é" * 31, b"z" * 40, Big(), [Big(), Big()], range(10**9, 10**10, 12345), {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, ([],), ValueError("v" * 40),
]


async def give(result):
    return result


async def main():
    for result in RESULTS:
        task = asyncio.create_task(give(result), name="t")
        await task
        print(task)
        future = asyncio.get_running_loop().create_future()
        future.set_result(result)
        print(future)
    future = asyncio.get_running_loop().create_future()
    future.set_result([Broken(), 1])
    print(repr(future).split(" at ")[0])


asyncio.run(main())
