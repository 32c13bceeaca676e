import math
import random


def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


def quick(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right, merged = merge_sort(items[:middle]), merge_sort(items[middle:]), []
    while left and right:
        merged.append((left if left[0] <= right[0] else right).pop(0))
    return merged + left + right


def insertion(items):
    result = []
    for x in items:
        place = len(result)
        while place and result[place - 1] > x:
            place -= 1
        result[place:place] = [x]
    return result


data = [5, 2, 9, 1, 5, 6, -3, 0]
print(bubble(data), bubble(data) == quick(data) == merge_sort(data) == insertion(data) == sorted(data))


def binary_search(items, x):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == x:
            return middle
        low, high = (middle + 1, high) if items[middle] < x else (low, middle - 1)
    return -1


print([binary_search([1, 3, 5, 7], x) for x in (1, 7, 4)], math.gcd(48, 36), math.lcm(4, 6), [n for n in range(2, 40) if all(n % d for d in range(2, math.isqrt(n) + 1))])


def hanoi(n, a="A", b="B", c="C"):
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c) if n else []


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for col in range(n):
        if all(col != c and abs(col - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (col,))


def collatz(n):
    steps = [n]
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps.append(n)
    return steps


print(len(hanoi(5)), hanoi(2), list(queens(4)), sum(1 for _ in queens(6)), collatz(6))


def permutations(text):
    return [text] if len(text) < 2 else [c + rest for i, c in enumerate(text) for rest in permutations(text[:i] + text[i + 1:])]


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def change(amount, coins=(50, 20, 10, 5, 2, 1)):
    used = {}
    for coin in coins:
        used[coin], amount = divmod(amount, coin)
    return {coin: n for coin, n in used.items() if n}


def roman(n):
    result = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        result += letters * (n // value)
        n %= value
    return result


def knapsack(items, limit):
    best = [0] * (limit + 1)
    for weight, value in items:
        for room in range(limit, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    return best[limit]


print(permutations("abc"), levenshtein("kitten", "sitting"), change(88), [roman(n) for n in (4, 1994, 2024)], knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [[sum(a * b for a, b in zip(row, col)) for col in zip(*[[1, 0], [0, 1], [1, 1]])] for row in matrix], sum(map(sum, matrix)))


def spiral(grid):
    result = []
    while grid:
        result += grid[0]
        grid = [list(row) for row in zip(*grid[1:])][::-1]
    return result


def life(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    neighbours[x + dx, y + dy] = neighbours.get((x + dx, y + dy), 0) + 1
    return {cell for cell, n in neighbours.items() if n == 3 or n == 2 and cell in cells}


print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), sorted(life({(1, 0), (1, 1), (1, 2)})), math.factorial(20), 2**100, bin(10), f"{255:08b}", int("ff", 16))
random.seed(4)
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(2000))
print(inside * 4 / 2000, "listen" in {"".join(sorted("listen")): 1}, sorted("listen") == sorted("silent"), "racecar" == "racecar"[::-1])
for n in range(1, 16):
    print("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n, end=" ")
print()
for row in range(5):
    line, value = [], 1
    for k in range(row + 1):
        line.append(str(value))
        value = value * (row - k) // (k + 1)
    print(" ".join(line).center(11).rstrip())
