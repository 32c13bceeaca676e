import asyncio

try:
    import aiohttp_that_is_not_there
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from asyncio import nothing_like_this
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    asyncio.nothing_like_this
except AttributeError as error:
    print(error)
