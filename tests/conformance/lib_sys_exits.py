# exit: 3
import sys


def stop(code):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code, error.args)


for code in (None, 0, 2, "message", (1, 2)):
    stop(code)
try:
    raise SystemExit
except BaseException as error:
    print(type(error).__mro__[1].__name__, error.code)
print(sys.argv[0].endswith(".py"), len(sys.argv), sys.version.split()[0], sys.version_info[:3], sys.hexversion >> 16)
print(sys.float_info.max, sys.float_info.epsilon, sys.maxunicode, sys.float_info.dig)
print("%d.%d" % sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.releaselevel, isinstance(sys.version_info, tuple))
print(sys.stdout.write("four\n"), sys.stdout.isatty(), sys.stderr.name if hasattr(sys.stderr, "name") else "")
print("to stderr", file=sys.stderr, flush=True)


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)

    def flush(self):
        pass


old, sys.stdout = sys.stdout, Tee(sys.stdout, sys.stderr)
print("both")
sys.stdout = old
try:
    print("last words")
finally:
    sys.exit(3)
