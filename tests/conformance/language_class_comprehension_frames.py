# exit: 1
"""A comprehension in the body of a class has no frame of its own in a traceback."""
import traceback


def halve(n):
    return n / (n - 1)


try:
    class Table:
        rows = [3, 2, 1]
        halves = {n: halve(n) for n in rows}
except ZeroDivisionError as error:
    print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])

try:
    class Nested:
        cells = [[1 / n for n in range(m, 2)] for m in (1, 0)]
except ZeroDivisionError:
    traceback.print_exc()


class Shadow:
    size = 3
    squares = {size * n for n in range(size)}
