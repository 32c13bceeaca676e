class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, left):
        self.left = left

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


numbers = Countdown(3)
print([(a, b) for a in numbers for b in numbers if a > b])
iterator = iter(numbers)
print(next(iterator), list(iterator), next(iterator, "empty"), max(numbers), sorted(numbers), 2 in numbers)
a, b, c = numbers
print(a, b, c)
