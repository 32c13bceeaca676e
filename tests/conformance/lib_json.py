import json

data = {"name": "Zoë", "tags": ["a", 1, 2.5, True, None], "nested": {"k": []}, 3: "int key"}
text = json.dumps(data)
print(text)
print(json.loads(text) == {**data, "3": "int key"} or json.loads(text))
print(json.dumps(data, indent=2, sort_keys=False, ensure_ascii=False))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("tab\t\"q\" \u2028"))
print(json.loads('[1, -2.5e3, "\\u00e9\\n", true, null, {}]'), json.dumps([float("inf"), 1e20, 10**20]))
for bad in ['{"a": }', "[1, 2", "nope", '{"a": 1} x']:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
print(json.dumps({"when": 1 + 1j}, default=str))
