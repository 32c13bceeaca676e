import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def deeper():
    level.set(level.get() + 1)
    return level.get()


with asyncio.Runner() as runner:
    print(runner.run(deeper()), runner.run(deeper()))
    own = contextvars.copy_context()
    print(runner.run(deeper(), context=own), own[level])
print(level.get(), asyncio.run(deeper()), asyncio.run(deeper()))
