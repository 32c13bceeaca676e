data = [3, 8, 1, 9, 4]
if (n := len(data)) > 3:
    print("long", n)
print([doubled for x in data if (doubled := x * 2) > 7], doubled)
it = iter(data)
while (value := next(it, None)) is not None:
    if value == 1:
        break
print("stopped at", value)
print((a := 1) + (b := 2), a, b, any((found := x) > 8 for x in data), found)


def total(*numbers, base=(start := 10)):
    return base + sum(numbers)


print(total(1, 2), start, f"{(width := 5):>{width}}")
