# exit: 1
import asyncio
import errno
import os


class ConfigError(Exception):
    pass


FILES = {"a.cfg": "debug=1\nname=demo", "b.cfg": "debug=x"}


async def read(path):
    await asyncio.sleep(0.1)
    if path not in FILES:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    return FILES[path]


async def load(path):
    try:
        text = await read(path)
    except OSError as e:
        raise ConfigError(f"cannot load {path}") from e
    return dict(line.split("=", 1) for line in text.splitlines())


async def main():
    for p in ["a.cfg", "b.cfg", "c.cfg"]:
        try:
            cfg = await load(p)
            print(p, cfg, int(cfg["debug"]))
        except ConfigError as e:
            cause = e.__cause__
            print("ConfigError:", e, "| cause:", cause, cause.errno, cause.filename, type(cause).__name__)
        except ValueError as e:
            print("ValueError:", e)
    e = OSError(2, "No such thing")
    print(type(e), e, e.args, repr(e))
    print(type(OSError(13, "denied")).__name__, type(OSError(11, "again")).__name__, type(OSError(111, "x")).__name__)
    print(isinstance(ConnectionResetError(), OSError), IOError is OSError)
    try:
        raise TimeoutError(110, "timed out")
    except OSError as e:
        print(e)
    await load("c.cfg")


asyncio.run(main())
