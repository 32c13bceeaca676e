import json

menu = {
    "café": [{"name": "espresso", "price": 2.5, "sizes": None}, {"name": "flat white", "price": 3.75, "sizes": ["S", "L"]}],
    "open": True,
    "stats": {"visits": 10**12, "rate": 1e-7, "zero": 0.0, "neg": -0.0},
    "empty": {"list": [], "dict": {}, "text": ""},
}
text = json.dumps(menu)
print(text)
assert json.loads(text) == menu
print(json.dumps(menu, indent=2, ensure_ascii=False))
print(json.dumps(menu["stats"], separators=(",", ":"), sort_keys=True))
print(json.dumps([1, (2, 3), "x\ty\\"], indent=None), json.dumps(None), json.dumps("plain"), json.dumps(3.0))
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none"}))
print(json.dumps([[1, 2], [3, [4]]], indent=1))
print(json.dumps({"a": {"b": {"c": [1, {"d": 2}]}}}, indent="\t"))
print(json.loads('{"n": 12345678901234567890, "f": 1.10, "e": 2E+3}'))
print(json.loads('  [true, false, null, "\\u4f60\\n"]  '))
