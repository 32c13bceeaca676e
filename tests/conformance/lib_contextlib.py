import contextlib


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("b") as value:
    print(value)
with tag("i"):
    raise ValueError("inside")
with contextlib.suppress(KeyError, IndexError):
    {}["missing"]
    print("not reached")
with contextlib.ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", 1)
    print("in the stack")


@tag("p")
def paragraph():
    print("text")


paragraph()
with contextlib.nullcontext(5) as five:
    print(five)
