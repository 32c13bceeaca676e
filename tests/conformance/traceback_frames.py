# exit: 1
# Frames: recursion, definitions, generators, coroutines that never began, decorators, comprehensions.
import asyncio


def down(number):
    if number == 0: 1 / 0
    down(number - 1)


def ping(number):
    if number == 0:
        raise ValueError("end")
    pong(number - 1)


def pong(number):
    ping(number)


def generator():
    yield 1
    raise StopIteration("inside")


def delegating():
    yield from generator()


def thrown_before_the_start():
    delegating().throw(ValueError("thrown"))


def thrown_later():
    values = delegating()
    next(values)
    values.throw(ValueError("thrown"))


def refuse(reason):
    def decorate(function):
        raise ValueError(reason)

    return decorate


def decorated():
    @refuse("outer")
    @refuse("inner")
    def function(
        argument,
    ):
        pass


def decorated_class():
    @refuse("a class")
    class Decorated:
        first = 1
        second = 2


class Base:
    def __init_subclass__(cls, reason):
        raise ValueError(reason)

    @property
    def attribute(self):
        return self.missing


def derived():
    @(lambda cls: cls)
    class Derived(Base, reason="derived"):
        first = 1
        second = 2


def in_a_class():
    class Body:
        first = 1
        second = first / 0


def default():
    def function(argument=1 / 0):
        pass


CASES = [
    lambda: down(2),
    lambda: down(3),
    lambda: down(4),
    lambda: down(9),
    lambda: ping(4),
    lambda: list(delegating()),
    thrown_before_the_start,
    thrown_later,
    decorated,
    decorated_class,
    derived,
    in_a_class,
    default,
    lambda: Base().attribute,
    lambda: [1 / number for number in (1, 0)],
    lambda: sum(1 / number for number in (1, 0)),
    lambda: sorted([1, 2], key=lambda number: number.real / 0),
]


@(lambda function: function)
async def never_begun(
    argument=1,
):
    pass


class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        raise OSError("exit")


async def through():
    async with Door() as one, \
            Door() as other:
        1 / 0


async def numbers():
    yield 1
    yield 1 / 0


async def iterate():
    async for number in numbers():
        pass


async def comprehend():
    return [number async for number in 5]


async def await_a_number():
    await 5


async def gathered():
    return await asyncio.gather(iterate(), comprehend())


async def cancelled():
    task = asyncio.create_task(never_begun())
    task.cancel()
    await task


async def waited():
    await asyncio.wait_for(asyncio.sleep(10), 1)


async def timed_out():
    async with asyncio.timeout(1):
        await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    for case in CASES:
        loop.call_soon(case)
    await asyncio.sleep(1)
    coroutines = [through(), iterate(), comprehend(), await_a_number(), gathered(), cancelled(), waited(), timed_out()]
    results = await asyncio.gather(*coroutines, return_exceptions=True)
    raise BaseExceptionGroup("coroutines", results)


asyncio.run(main())
