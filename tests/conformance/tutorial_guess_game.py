# seed: 1
import asyncio
import random


class Player:
    """Guesses a number by binary search or at random."""

    def __init__(self, name, strategy):
        self.name, self.strategy = name, strategy
        self.low, self.high = 1, 100
        self.tries = []

    def __repr__(self):
        return self.name

    def guess(self):
        n = (self.low + self.high) // 2 if self.strategy == "binary" else random.randint(self.low, self.high)
        self.tries.append(n)
        return n

    def feedback(self, n, sign):
        if sign < 0:
            self.low = n + 1
        elif sign > 0:
            self.high = n - 1


async def play(player, secret, *, delay):
    while True:
        n = player.guess()
        sign = (n > secret) - (n < secret)
        print(f"{player.name:<8}{n:>4} {'<=>'[sign + 1]}")
        if not sign:
            return player
        player.feedback(n, sign)
        await asyncio.sleep(delay)


async def main():
    random.seed(7)
    secret = random.randrange(1, 101)
    players = [Player("Binny", "binary"), Player("Randy", "random")]
    tasks = [asyncio.create_task(play(p, secret, delay=0.3 + i / 10)) for i, p in enumerate(players)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for p in pending:
        p.cancel()
    winner = done.pop().result()
    print(f"Winner: {winner.name} in {len(winner.tries)} tries: {winner.tries}")
    state = random.getstate()
    a = [random.random() for _ in range(2)]
    random.setstate(state)
    print(a == [random.random() for _ in range(2)])
    deck = [r + s for s in "♠♥" for r in "AKQ"]
    random.shuffle(deck)
    print(deck, random.sample(deck, 2), random.choices("ab", weights=[9, 1], k=5), round(random.gauss(0, 1), 4))
    rng = random.Random(99)
    print(rng.random(), rng.choice("xyz"), rng.getrandbits(16))


asyncio.run(main())
