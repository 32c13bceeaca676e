class Squares:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.n))]
        if index < 0:
            index += self.n
        if not 0 <= index < self.n:
            raise IndexError(index)
        return index * index


squares = Squares(5)
print(list(squares), squares[-1], squares[1:4], squares[::-2], 9 in squares, 10 in squares, list(reversed(squares)), sum(squares))
first, *rest = squares
print(first, rest, max(squares), list(zip(squares, "ab")))
