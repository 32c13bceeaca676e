# exit: 1
# Exception groups: their frames, their limits, what is chained in them, notes.
import asyncio


def fail(number):
    raise ValueError(f"{number}\nits second line")


def members(count):
    for number in range(count):
        try:
            fail(number)
        except ValueError as error:
            error.add_note(f"note {number}\nof two lines")
            yield error


def inner():
    group = ExceptionGroup("inner", list(members(2)))
    group.add_note("of the group")
    raise group


def nested():
    try:
        inner()
    except ExceptionGroup as group:
        raise ExceptionGroup("outer", [group, KeyError("plain"), OSError(5, "no such thing")])


def wide():
    raise ExceptionGroup("wide", [ValueError(number) for number in range(20)])


def one_too_wide():
    raise ExceptionGroup("wide", [ValueError(number) for number in range(16)])


def deep():
    error = ValueError("deep")
    for number in range(13):
        error = ExceptionGroup(f"level {number}", [error, TypeError(number)])
    raise error


def without_frames():
    raise KeyError("after") from ExceptionGroup("never raised", [ValueError("one")])


def chained_inside():
    try:
        {}["first"]
    except KeyError as first:
        try:
            raise ExceptionGroup("second", [first, ValueError("other")])
        except ExceptionGroup as second:
            raise ExceptionGroup("third", [second, first]) from ValueError("cause")


def starred():
    try:
        raise ExceptionGroup("both", [ValueError("taken"), TypeError("left")])
    except* ValueError:
        raise KeyError("new")



CASES = [nested, wide, one_too_wide, deep, without_frames, chained_inside, starred]


async def main():
    loop = asyncio.get_running_loop()
    for case in CASES:
        loop.call_soon(case)
    await asyncio.sleep(1)
    async with asyncio.TaskGroup() as group:
        for number in range(2):
            group.create_task(failing(number))


async def failing(number):
    await asyncio.sleep(number)
    fail(number)


asyncio.run(main())
