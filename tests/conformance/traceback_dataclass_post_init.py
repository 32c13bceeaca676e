# exit: 1
from dataclasses import dataclass, field


@dataclass
class Percent:
    value: float
    notes: list[str] = field(default_factory=list)

    def __post_init__(self):
        if not 0 <= self.value <= 100:
            raise ValueError(f"{self.value} is no percentage")


def load(values):
    return [Percent(value) for value in values]


print(load([1, 50]))
print(load([99, 101]))
