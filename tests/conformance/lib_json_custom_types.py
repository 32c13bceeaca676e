import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta


@dataclass
class Order:
    number: int
    placed: datetime
    items: list = field(default_factory=list)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (datetime, date)):
            return {"$date": o.isoformat()}
        if isinstance(o, timedelta):
            return o.total_seconds()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


def revive(values):
    if "$date" in values:
        return datetime.fromisoformat(values["$date"])
    return values


order = Order(7, datetime(2024, 2, 29, 12, 30), ["tea", "cake"])
text = json.dumps(asdict(order) | {"tags": {"b", "a"}, "took": timedelta(minutes=3)}, cls=Encoder, indent=2)
print(text)
print({k: str(v) for k, v in json.loads(text, object_hook=revive).items()})
print(json.dumps([order], default=lambda o: o.__class__.__name__))
for value in (object, {1, 2}, b"raw", 1 + 2j):
    try:
        json.dumps({"v": value})
    except TypeError as error:
        print(error)
print(json.loads('[{"a": 1, "b": 2}]', object_pairs_hook=lambda pairs: pairs))
print(json.loads("[0.1, 7]", parse_float=str, parse_int=lambda t: f"<{t}>"))
loop = {}
loop["self"] = loop
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
