def average():
    total, count, result = 0, 0, None
    while True:
        value = yield result
        if value is None:
            return result
        total += value
        count += 1
        result = total / count


g = average()
print(next(g), g.send(10), g.send(20), g.send(60))
try:
    g.send(None)
except StopIteration as stop:
    print("final", stop.value)
fresh = average()
try:
    fresh.send(1)
except TypeError as error:
    print(error)
