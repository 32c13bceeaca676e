# A name that is assigned anywhere in a function is local in all of it.
n = 1


def early():
    print(n)
    n = 2


try:
    early()
except UnboundLocalError as error:
    print(error)

try:
    print(nowhere)
except NameError as error:
    print(error)


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)
    later = "now"
    return inner()


print(free())
