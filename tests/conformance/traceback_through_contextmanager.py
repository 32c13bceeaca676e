# exit: 1
from contextlib import contextmanager


@contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


def work(value):
    with managed("a"), managed("b"):
        return 10 // value


print(work(2))
work(0)
