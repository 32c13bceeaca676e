import asyncio
import functools


def debounce(wait):
    def decorate(function):
        pending = None

        @functools.wraps(function)
        def call(*args):
            nonlocal pending
            if pending:
                pending.cancel()
            pending = asyncio.get_running_loop().call_later(wait, function, *args)

        return call

    return decorate


def throttle(every):
    def decorate(function):
        last = float("-inf")

        @functools.wraps(function)
        def call(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if now - last >= every:
                last = now
                return function(*args)

        return call

    return decorate


@debounce(0.3)
def search(text):
    print(f"{asyncio.get_running_loop().time():.1f} search {text!r}")


@throttle(1.0)
def scroll(place):
    print(f"{asyncio.get_running_loop().time():.1f} scroll {place}")


async def main():
    typed = ""
    for letter, pause in zip("asyncio", (0.1, 0.1, 0.5, 0.1, 0.2, 0.1, 1)):
        typed += letter
        search(typed)
        scroll(len(typed))
        await asyncio.sleep(pause)
    print(search.__name__, scroll.__wrapped__.__name__)


asyncio.run(main())
