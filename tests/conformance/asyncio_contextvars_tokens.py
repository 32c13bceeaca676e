import asyncio
import contextvars
from contextvars import ContextVar, Token

level = ContextVar("level", default=0)
other = ContextVar("other")


def attempt(action, *args):
    try:
        print(action(*args))
    except (LookupError, RuntimeError, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("=<")[0])


async def main():
    first = level.set(1)
    print(first.old_value is Token.MISSING, first.var is level, Token.MISSING)
    second = level.set(2)
    print(second.old_value, level.get())
    level.reset(second)
    print(level.get(), level.get(9))
    attempt(level.reset, second)
    attempt(other.reset, first)
    attempt(level.reset, 5)
    attempt(contextvars.copy_context().run, level.reset, first)
    attempt(other.get)
    print(other.get("given"))
    level.reset(first)
    print(level.get(), level in contextvars.copy_context())
    attempt(ContextVar, 5)
    attempt(Token)
    print(level.name, isinstance(first, Token), isinstance(level, ContextVar))


asyncio.run(main())
