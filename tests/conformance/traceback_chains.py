# exit: 1
# Causes and contexts: which are told, in which order, and what ends a circle.
import asyncio


def fail(text):
    raise ValueError(text)


def explicit():
    try:
        fail("cause")
    except ValueError as error:
        raise RuntimeError("effect") from error


def implicit():
    try:
        fail("first")
    except ValueError:
        try:
            fail("second")
        except ValueError:
            fail("third")


def suppressed():
    try:
        fail("hidden")
    except ValueError:
        raise KeyError("shown") from None


def again():
    try:
        fail("again")
    except ValueError as error:
        raise error


def bare():
    try:
        fail("bare")
    except ValueError:
        raise


def circle():
    one, other = ValueError("one"), ValueError("other")
    one.__cause__, other.__cause__ = other, one
    raise one


def both():
    try:
        fail("context")
    except ValueError:
        raise KeyError("error") from OSError("cause")


def raised_later():
    try:
        try:
            fail("context")
        except ValueError:
            raise KeyError("kept")
    except KeyError as error:
        kept = error
    raise kept


def in_finally():
    try:
        fail("body")
    finally:
        {}["cleanup"]


def in_exit():
    class Door:
        def __enter__(self):
            return self

        def __exit__(self, *details):
            fail("exit")

    with Door():
        fail("inside")


def cleared():
    try:
        fail("without frames")
    except ValueError as error:
        kept = error.with_traceback(None)
    raise kept


def moved():
    try:
        fail("elsewhere")
    except ValueError as error:
        frames = error.__traceback__.tb_next
    raise KeyError("with other frames").with_traceback(frames)


CASES = [
    explicit, implicit, suppressed, again, bare, circle, both, raised_later, in_finally, in_exit, cleared, moved,
]


async def main():
    loop = asyncio.get_running_loop()
    for case in CASES:
        loop.call_soon(case)
    await asyncio.sleep(1)
    explicit()


asyncio.run(main())
