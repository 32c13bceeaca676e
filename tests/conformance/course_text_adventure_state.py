from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable


class Direction(Enum):
    NORTH = "n"
    SOUTH = "s"
    EAST = "e"
    WEST = "w"

    @property
    def opposite(self) -> Direction:
        return {"n": Direction.SOUTH, "s": Direction.NORTH, "e": Direction.WEST, "w": Direction.EAST}[self.value]


class Mode(Enum):
    PLAYING = auto()
    WON = auto()
    LOST = auto()


@dataclass
class Room:
    name: str
    items: set[str] = field(default_factory=set)
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self


@dataclass
class Game:
    room: Room
    bag: list[str] = field(default_factory=list)
    moves: int = 0
    mode: Mode = Mode.PLAYING
    hooks: list[Callable[[Game], None]] = field(default_factory=list)

    def command(self, line: str) -> str:
        self.moves += 1
        match line.lower().split():
            case ["go", ("n" | "s" | "e" | "w") as letter] if Direction(letter) in self.room.exits:
                self.room = self.room.exits[Direction(letter)]
                answer = f"You are in the {self.room.name}."
            case ["go", letter]:
                answer = f"You cannot go {letter}."
            case ["take", *words] if (item := " ".join(words)) in self.room.items:
                self.room.items.remove(item)
                self.bag.append(item)
                answer = f"You take the {item}."
            case ["take", _, *_]:
                answer = "There is no such thing."
            case ["drop" | "leave", item] if item in self.bag:
                self.bag.remove(item)
                self.room.items.add(item)
                answer = "Dropped."
            case ["bag" | "inventory"]:
                answer = ", ".join(self.bag) or "Nothing."
            case []:
                answer = "Say something."
            case [verb, *_]:
                answer = f"I don't know how to {verb}."
        for hook in self.hooks:
            hook(self)
        return answer


def win(game: Game) -> None:
    if "gold key" in game.bag and game.room.name == "garden":
        game.mode = Mode.WON


hall, kitchen, garden = Room("hall"), Room("kitchen", {"gold key", "spoon"}), Room("garden")
hall.connect(Direction.NORTH, kitchen)
kitchen.connect(Direction.EAST, garden)
game = Game(hall, hooks=[win])
for line in ["go w", "go n", "take gold key", "take sword", "drop spoon", "", "dance now", "bag", "go e", "go s"]:
    if game.mode is not Mode.PLAYING:
        break
    print(f"> {line}\n{game.command(line)}")
print(game.mode, game.moves, game.mode.name, sorted(kitchen.items), Room.__annotations__["exits"], game.room)
print(Direction("n").opposite, [d.name for d in Direction], Direction.NORTH in hall.exits)
