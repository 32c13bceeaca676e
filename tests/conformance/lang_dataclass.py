from dataclasses import asdict, astuple, dataclass, field, replace


@dataclass
class Job:
    name: str
    priority: int = 5
    tags: list = field(default_factory=list)
    secret: str = field(default="x", repr=False, compare=False)

    def urgent(self):
        return self.priority < 3


a, b = Job("build"), Job("test", 1, ["ci"])
a.tags.append("slow")
print(a, b, b.urgent())
print(a == Job("build", 5, ["slow"], "y"), a == b, asdict(b), astuple(a))
print(replace(b, name="deploy"))
try:
    Job()
except TypeError as error:
    print(error)
