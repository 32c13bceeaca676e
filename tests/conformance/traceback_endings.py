# exit: 1
# The lines that end a traceback: names, messages, notes, and what cannot be told.
import asyncio


class Local(Exception):
    class Inner(Exception):
        pass


class Mute(Exception):
    def __str__(self):
        raise ValueError("no words")

    __repr__ = __str__


def with_notes(notes):
    error = ValueError("noted")
    error.__notes__ = notes
    return error


def defined_inside():
    class Hidden(Exception):
        pass

    return Hidden("x")


ERRORS = [
    Local("text"),
    Local.Inner(1, 2),
    defined_inside(),
    Mute("x"),
    ValueError,
    ValueError(""),
    ValueError("two\nlines\n"),
    KeyError("key"),
    OSError(5, "strerror"),
    asyncio.CancelledError(),
    asyncio.QueueEmpty(),
    asyncio.InvalidStateError("text"),
    with_notes(["one", "two\nlines", 3, Mute()]),
    with_notes(("a tuple",)),
    with_notes("a text"),
    with_notes(5),
    with_notes(Mute()),
    with_notes([]),
    with_notes(None),
    SyntaxError("by hand"),
    StopIteration(3),
]


def fail(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    for error in ERRORS:
        loop.call_soon(fail, error)
    await asyncio.sleep(1)
    raise Local


asyncio.run(main())
