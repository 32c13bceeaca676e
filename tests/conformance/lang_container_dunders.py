class Grid:
    def __init__(self, width, height):
        self.width, self.height, self.cells = width, height, {}

    def __getitem__(self, place):
        x, y = place
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"{place} is outside")
        return self.cells.get(place, ".")

    def __setitem__(self, place, value):
        self.cells[place] = value

    def __delitem__(self, place):
        del self.cells[place]

    def __contains__(self, value):
        return value in self.cells.values()

    def __len__(self):
        return self.width * self.height

    def __iter__(self):
        for y in range(self.height):
            yield "".join(self[x, y] for x in range(self.width))


grid = Grid(3, 2)
grid[1, 0] = "#"
print(list(grid), grid[1, 0], "#" in grid, "?" in grid, len(grid), bool(grid))
del grid[1, 0]
print("\n".join(grid))
try:
    grid[5, 5]
except IndexError as error:
    print(error)
