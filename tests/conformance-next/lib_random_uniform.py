# seed: 3
import random

print([round(random.uniform(1, 2), 4) for _ in range(4)], random.triangular(0, 1, 0.5))
print(random.randint(1, 10**20), random.randrange(5, 50, 5), random.getrandbits(8), random.randbytes(4))
print(random.choices(["a", "b", "c"], weights=[5, 1, 1], k=8), random.choice("xyz"))
print(random.gauss(100, 15), random.normalvariate(0, 1), random.expovariate(0.5), random.betavariate(1, 2))
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)])
for action in [lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)]:
    try:
        action()
    except (IndexError, ValueError) as error:
        print(error)
