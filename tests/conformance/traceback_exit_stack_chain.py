# exit: 1
from contextlib import ExitStack, closing, suppress


class Resource:
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails

    def close(self):
        print("close", self.name)
        if self.fails:
            raise OSError(f"cannot close {self.name}")


def run():
    with ExitStack() as stack:
        stack.enter_context(suppress(KeyError))
        for name, fails in (("a", False), ("b", True), ("c", False)):
            stack.enter_context(closing(Resource(name, fails)))
        {}["missing"]


run()
