# exit: 1
def first(n):
    second(n)


def second(n):
    if n:
        return 10 / (n - n)


print("before")
first(3)
print("never")
