# A return, break or continue in finally replaces what was under way, even an exception.
def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "kept"


def twice():
    try:
        return "first"
    finally:
        return "second"


def loop():
    for n in range(3):
        try:
            if n == 1:
                raise KeyError(n)
        finally:
            continue
    return n


def value_is_taken_before():
    x = 1
    try:
        return x
    finally:
        x = 2


print(swallow(), twice(), loop(), value_is_taken_before())
