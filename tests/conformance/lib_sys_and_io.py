# exit: 1
import sys, io, contextlib
print(sys.version_info, sys.version_info >= (3, 11), sys.version_info.major, sys.version_info[0], tuple(sys.version_info)[:3])
print(sys.platform, sys.maxsize, sys.getrecursionlimit(), sys.byteorder, sys.getdefaultencoding(), sys.implementation.name)
buf = io.StringIO()
old = sys.stdout; sys.stdout = buf
print("captured", 1)
sys.stdout = old
print(repr(buf.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("in with")
print(out.getvalue().strip())
sys.stdout.write("no newline"); sys.stdout.flush(); print()
print(sys.intern("a"), sys.exc_info())
try: 1/0
except ZeroDivisionError:
    t, v, tb = sys.exc_info(); print(t.__name__, v, tb.tb_lineno)
print("err", file=sys.stderr)
sys.stderr.write("more\n")
print("sys" in sys.modules, type(sys).__name__)
b = io.StringIO("a\nb\nc"); print(b.readline(), b.read(), b.tell(), list(io.StringIO("x\ny")))
b = io.BytesIO(b"abc"); print(b.read(2), b.getvalue())
try: io.StringIO().write(5)
except TypeError as e: print(e)
with io.StringIO() as s: s.write("hi"); print(s.getvalue())
try: s.getvalue()
except ValueError as e: print(e)
sys.exit("fatal message")
