# A call that does not fit the signature says which argument is at fault.
def add(a, b, *, c=0):
    return a + b + c


def attempt(*args, **kwargs):
    try:
        print(add(*args, **kwargs))
    except TypeError as error:
        print("TypeError:", error)


attempt(1, 2)
attempt(1)
attempt()
attempt(1, 2, 3)
attempt(1, 2, d=4)
attempt(1, 2, a=5)
attempt(1, b=2, c=3)
