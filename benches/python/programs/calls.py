# Functions that call functions, and methods that change their object.
from time import perf_counter


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, amount):
        self.count += amount


def fibonacci(number):
    if number < 2:
        return number
    return fibonacci(number - 1) + fibonacci(number - 2)


def main():
    start = perf_counter()
    counter = Counter()
    for number in range(200_000):
        counter.add(number)
    assert counter.count == 19_999_900_000
    assert fibonacci(23) == 28_657
    print(perf_counter() - start)


main()
