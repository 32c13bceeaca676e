# exit: 3
import asyncio, atexit, builtins, keyword


@atexit.register
def bye():
    print("bye", counter)


atexit.register(print, "second", sep="|")
counter = 1


async def main():
    global counter
    await asyncio.sleep(1)
    counter += 1
    print(builtins.len([1]), keyword.iskeyword("for"), keyword.iskeyword("foo"), "await" in keyword.kwlist, builtins.print is print)
    real = builtins.print
    builtins.print = lambda *a: real("patched", *a)
    print("x")
    builtins.print = real
    raise SystemExit(3)

asyncio.run(main())
