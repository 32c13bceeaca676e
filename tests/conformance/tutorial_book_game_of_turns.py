# seed: 21
import asyncio
import random
import sys
from collections import Counter
from typing import NamedTuple


class Move(NamedTuple):
    player: str
    choice: str


BEATS = {"rock": "scissors", "paper": "rock", "scissors": "paper"}


async def play(name, inbox, outbox):
    wins = 0
    while (round_ := await inbox.get()) is not None:
        await asyncio.sleep(random.random())
        choice = random.choice(list(BEATS))
        await outbox.put(Move(name, choice))
    return name


async def referee(players, rounds):
    inboxes = {name: asyncio.Queue() for name in players}
    outbox = asyncio.Queue()
    tasks = [asyncio.create_task(play(name, inbox, outbox)) for name, inbox in inboxes.items()]
    score = Counter()
    for number in range(1, rounds + 1):
        for inbox in inboxes.values():
            inbox.put_nowait(number)
        one, two = [await outbox.get() for _ in players]
        if BEATS[one.choice] == two.choice:
            winner = one.player
        elif BEATS[two.choice] == one.choice:
            winner = two.player
        else:
            winner = "nobody"
        score[winner] += 1
        print(f"round {number}: {one.player}={one.choice:<9}{two.player}={two.choice:<9}{winner}")
    for inbox in inboxes.values():
        inbox.put_nowait(None)
    print(await asyncio.gather(*tasks))
    return score


score = asyncio.run(referee(("ann", "bob"), 5))
print(score.most_common(), sum(score.values()), file=sys.stdout)
