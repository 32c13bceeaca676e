import asyncio
import inspect

REGISTRY = {}


def plugin(function):
    REGISTRY[function.__name__] = function
    return function


@plugin
def shout(text: str, times: int = 1) -> str:
    """Say it loudly."""
    return text.upper() * times


@plugin
async def delay(seconds: float, *, reason="because") -> str:
    await asyncio.sleep(seconds)
    return f"waited {seconds} {reason}"


@plugin
def stream(*words, **options):
    yield from words


async def call(name, /, *args, **kwargs):
    function = REGISTRY[name]
    try:
        inspect.signature(function).bind(*args, **kwargs)
    except TypeError as error:
        return f"{name}: {error}"
    result = function(*args, **kwargs)
    if inspect.isawaitable(result):
        result = await result
    if inspect.isgenerator(result):
        result = list(result)
    return result


async def main():
    for name, function in REGISTRY.items():
        kind = "coroutine" if inspect.iscoroutinefunction(function) else "generator" if inspect.isgeneratorfunction(function) else "plain"
        print(f"{name}{inspect.signature(function)} [{kind}] {function.__doc__}")
    print(await call("shout", "hi", times=2))
    print(await call("shout"), "|", await call("shout", "a", 1, 2), "|", await call("shout", "a", volume=11))
    print(await call("delay", 0.5, reason="of rain"), "|", await call("delay", 1, "x"))
    print(await call("stream", "a", "b", sep=1))
    bound = inspect.signature(shout).bind("yo")
    bound.apply_defaults()
    print(bound.arguments, bound.args, bound.kwargs)


asyncio.run(main())
