class Door:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("close", self.name, kind and kind.__name__, value, traceback is None)
        return self.swallow


with Door("front") as door, Door("back"):
    print("inside", door.name)

with Door("safe", swallow=True):
    raise ValueError("inside")
print("after")


def leave():
    with Door("quick"):
        return "value"


print(leave())
try:
    with Door("outer"):
        with Door("inner"):
            {}[0]
except KeyError:
    print("escaped")
