# seed: 1
import random

print(random.random(), random.random())
print([random.randint(1, 6) for _ in range(10)])
print(random.uniform(0.5, 1.5), random.randrange(10), random.randrange(0, 100, 5))
print(random.choice(["red", "green", "blue"]), random.choices("abc", k=5), random.sample(range(100), 4))
deck = list(range(8))
random.shuffle(deck)
print(deck, random.gauss(0, 1), random.getrandbits(70), random.expovariate(2))
random.seed(42)
print(random.random(), random.randint(0, 10**30))
random.seed("text")
print(random.random())
own = random.Random(7)
print(own.random(), own.randint(1, 100), own.choice("xyz"))
