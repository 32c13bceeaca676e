"""Run many programs through oracle.py, without starting a Python for each.

    python3.13 many.py SECONDS

reads programs from stdin, each after a line with its length in bytes, and answers each with a line
`STATUS LENGTH LENGTH` and so many bytes: what `oracle.py --trace main.py` gives as its exit status, on stdout and on
stderr. Each runs in a fork of a process that has imported everything and run nothing, so that it finds the world as
new. One that takes more than so many seconds is killed (status -14).
"""
import gc
import inspect
import io
import os
import signal
import sys
import types
from pathlib import Path

ORACLE = Path(__file__).with_name("oracle.py")
code = compile(ORACLE.read_text(encoding="utf-8"), str(ORACLE), "exec")


def warm_up():
    """Import what the oracle imports, and read the sources that it looks into."""
    from asyncio import tasks

    exec(code, {"__name__": "oracle"})
    inspect.getsource(tasks.wait)
    inspect.getsource(tasks._AsCompletedIterator.__init__)
    gc.collect()
    gc.freeze()


def run(source, limit):
    streams = [os.memfd_create(name) for name in ("stdout", "stderr")]
    child = os.fork()
    if child == 0:
        become_the_oracle(source, streams, limit)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, [content(stream) for stream in streams]


def become_the_oracle(source, streams, limit):
    signal.alarm(limit)
    for number, stream in enumerate([os.open(os.devnull, os.O_RDONLY), *streams]):
        os.dup2(stream, number)
    module = types.ModuleType("__main__")
    module.__file__ = str(ORACLE)
    module.open = lambda *_, **__: io.StringIO(source)
    sys.modules["__main__"] = module
    sys.argv = [str(ORACLE), "--trace", "main.py"]
    exec(code, module.__dict__)


def content(stream):
    with open(stream, "rb") as file:
        file.seek(0)
        return file.read()


def main():
    warm_up()
    limit = int(sys.argv[1])
    while length := sys.stdin.buffer.readline():
        source = sys.stdin.buffer.read(int(length)).decode("utf-8")
        status, streams = run(source, limit)
        answer = b"%d %d %d\n" % (status, *map(len, streams)) + b"".join(streams)
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()


main()
