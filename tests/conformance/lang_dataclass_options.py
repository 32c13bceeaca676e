from dataclasses import FrozenInstanceError, dataclass, field, fields


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


@dataclass
class Circle:
    radius: float
    area: float = field(init=False)

    def __post_init__(self):
        if self.radius < 0:
            raise ValueError("negative radius")
        self.area = 3 * self.radius**2


@dataclass(kw_only=True)
class Named(Circle):
    name: str


print(sorted([Version(2), Version(1, 5), Version(1, 2)]), Version(1) < Version(1, 1), {Version(1): "one"}[Version(1, 0)])
try:
    Version(1).major = 2
except FrozenInstanceError as error:
    print(error)
print(Circle(2), Named(1, name="unit"), [f.name for f in fields(Named)])
try:
    Circle(-1)
except ValueError as error:
    print(error)
