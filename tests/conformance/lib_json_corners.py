# exit: 1
import json
from dataclasses import dataclass, asdict
from datetime import datetime
@dataclass
class P: x: int; y: list
print(json.dumps(asdict(P(1, [2]))))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, datetime): return o.isoformat()
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"t": datetime(2024,1,1), "s": {3,1}}, cls=E, indent=4))
try: json.dumps(object(), cls=E)
except TypeError as e: print(e)
try: json.dumps({(1,2): 3})
except TypeError as e: print(e)
print(json.dumps({(1,2): 3, "a": 1}, skipkeys=True), json.dumps({1: 2, None: 3, True: 4, 2.5: 1}))
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[], {}], indent=1), json.dumps([1, [2, {"a": []}]], indent="--"))
print(json.dumps("é☃😀"), json.dumps("é☃😀", ensure_ascii=False), json.dumps("\x00\x1f\x7f\u2028"))
print(json.loads('"\\ud83d\\ude00 \\u00e9"'), json.loads(' {"a" : [1 , 2.0 , -3e2, 1E5, true , null ] } '))
for bad in ["", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}', "[1,]", "[1 2]", "tru", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "01", "1.", "-", "{1:2}", "[1] [2]", "nan", "{'a':1}", '\ufeff{}']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno)
print(json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.dumps(float("nan")))
try: json.dumps(float("nan"), allow_nan=False)
except ValueError as e: print(e)
print(json.loads('{"a":1,"a":2}'), json.loads('{"a":{"b":1}}', object_hook=lambda d: tuple(d.items())), json.loads('[[1,2]]', object_pairs_hook=list), json.loads('1.5', parse_float=str), json.loads('15', parse_int=float))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True, separators=(",", ":")))
print(json.dumps((1, 2)), json.dumps(10**20), json.dumps(1e100), json.dumps(True), json.dumps(1.0), json.dumps(0.1))
class F:
    def __init__(self): self.t = ""
    def write(self, s): self.t += s
    def read(self): return self.t
f = F(); json.dump({"a": [1]}, f, indent=1); print(f.t); print(json.load(f))
try: json.loads(5)
except TypeError as e: print(e)
print(json.loads(b'{"a": 1}'), json.JSONDecoder().raw_decode('{"a":1} tail'))
class C(int): pass
print(json.dumps({"c": C(1), "k": {C(1): 1}}))
try: json.loads('{"a": nope}')
except ValueError as e: print(type(e), type(e).__mro__[1].__name__)
json.loads("[1, 2")
