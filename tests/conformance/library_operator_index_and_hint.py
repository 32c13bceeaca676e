"""operator.index takes what is an integer, and operator.length_hint asks __len__ first."""
import operator


class Third:
    def __index__(self):
        return 3


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n, 0, -1))

    def __length_hint__(self):
        return self.n if self.n < 9 else NotImplemented


print(operator.index(7), operator.index(Third()), operator.index(-(2**70)))
for wrong in ("3", 3.0, None, [3]):
    try:
        operator.index(wrong)
    except TypeError as error:
        print(error)
print(operator.length_hint(Countdown(4)), operator.length_hint(Countdown(9), 12), operator.length_hint("text"), operator.length_hint(5, 2),
      list(Countdown(2)))
