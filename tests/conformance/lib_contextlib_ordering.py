import contextlib
import io


@contextlib.contextmanager
def step(name, swallow=()):
    print("enter", name)
    try:
        yield name
    except swallow as error:
        print("swallow", name, error)
    else:
        print("fine", name)
    finally:
        print("leave", name)


with step("a") as a, step("b") as b:
    print(a, b)
with step("outer", (ValueError,)):
    with step("inner"):
        raise ValueError("v")
try:
    with step("x"), step("y", KeyError):
        raise RuntimeError("r")
except RuntimeError as error:
    print("caught", error, error.__context__)


@contextlib.contextmanager
def none():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def replaces():
    try:
        yield
    except KeyError as error:
        raise LookupError("replaced") from error


for broken in (none, twice, replaces):
    try:
        with broken():
            if broken is replaces:
                raise KeyError("k")
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))

with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden", 1)
    print("more", end="")
print(repr(out.getvalue()))

with contextlib.suppress(ZeroDivisionError) as nothing:
    print(nothing)
    1 / 0
print("after")


class Door:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("closing", self.name)


with contextlib.closing(Door("front")) as door:
    print(door.name)

with contextlib.ExitStack() as stack:
    for name in "pqr":
        stack.enter_context(step(name))
    stack.callback(print, "called", end="!\n")
    stack.push(lambda kind, error, trace: print("push saw", kind.__name__ if kind else None) or True)
    raise IndexError("in the stack")
stack = contextlib.ExitStack()
stack.enter_context(step("kept"))
moved = stack.pop_all()
stack.close()
print("moved")
moved.close()
try:
    contextlib.ExitStack().enter_context(5)
except TypeError as error:
    print(error)


class track(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *info):
        print("stop", info[0])
        return False


@track()
def job(n):
    """A job."""
    print("job", n)
    return n


print(job(1), job.__name__, job.__doc__)


class Managed(contextlib.AbstractContextManager):
    def __exit__(self, *info):
        print("exit", info[1])


with Managed() as managed:
    print(type(managed).__name__, isinstance(managed, contextlib.AbstractContextManager))
with contextlib.nullcontext() as nothing:
    print(nothing)
with contextlib.ExitStack() as errors:
    try:
        with contextlib.ExitStack() as inner:
            inner.callback(lambda: 1 / 0)
            inner.callback(lambda: {}["k"])
            raise ValueError("first")
    except ZeroDivisionError as error:
        print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
