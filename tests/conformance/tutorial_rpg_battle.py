from __future__ import annotations
import asyncio
import random
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, InitVar
from enum import Flag, auto
from typing import ClassVar


class Effect(Flag):
    NONE = 0
    POISON = auto()
    STUN = auto()
    SHIELD = auto()
    ALL = POISON | STUN | SHIELD


class Dead(Exception):
    def __init__(self, who: Character):
        self.who = who
        super().__init__(f"{who.name} has fallen")


@dataclass(eq=False)
class Character(ABC):
    name: str
    hp: int = 20
    effects: Effect = Effect.NONE
    level: InitVar[int] = 1
    power: int = field(init=False)
    speed: ClassVar[float] = 1.0

    def __post_init__(self, level):
        self.power = 3 + 2 * level

    @abstractmethod
    def act(self, foes: list[Character]) -> str: ...

    def hit(self, amount: int):
        if Effect.SHIELD in self.effects:
            amount //= 2
            self.effects &= ~Effect.SHIELD
        self.hp = max(0, self.hp - amount)
        if not self.hp:
            raise Dead(self)

    async def fight(self, foes, log):
        while foes:
            await asyncio.sleep(self.speed)
            if self.effects & Effect.POISON:
                self.hit(1)
            if Effect.STUN in self.effects:
                self.effects ^= Effect.STUN
                log.append(f"{self.name} is stunned")
                continue
            log.append(self.act(foes))


class Warrior(Character):
    speed = 1.5

    def act(self, foes):
        foe = min(foes, key=lambda f: (f.hp, f.name))
        dmg = random.randint(1, self.power)
        foe.hit(dmg)
        return f"{self.name} hits {foe.name} for {dmg}"


class Witch(Character):
    def act(self, foes):
        foe = random.choice(foes)
        effect = random.choice([Effect.POISON, Effect.STUN])
        foe.effects |= effect
        return f"{self.name} casts {effect.name} on {foe.name}: {foe.effects!r}"


async def main():
    random.seed(3)
    hero, witch = Warrior("Bron", level=3), Witch("Zelda", hp=12)
    log = []
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(hero.fight([witch], log))
            tg.create_task(witch.fight([hero], log))
    except* Dead as eg:
        for e in eg.exceptions:
            print(e, e.who.effects)
    print(*log, sep="\n")
    print(hero)
    try:
        Character("x")
    except TypeError as e:
        print(e)
    print(Effect.ALL, list(Effect.ALL), Effect(5), Effect.POISON | Effect.STUN, ~Effect.STUN, len(Effect), Effect["STUN"].value, bool(Effect.NONE))


asyncio.run(main())
