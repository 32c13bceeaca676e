# exit: 1
import json

documents = ['{"a" 1}', '{"a": 1,}', "[1, 2,]", "[1, 2", '{"key": undefined}', "", "   ", '{"a": "b}', "'single'", '{"a": 01}', "[1] tail", '{"bad\\q": 1}',
             '{\n  "x": 1,\n  y: 2\n}', '["tab\there"]', "{", "nul", "-", "[,]"]
for document in documents:
    try:
        print(json.loads(document))
    except json.JSONDecodeError as error:
        print(f"{document[:14]!r:20} {error.msg} @ line {error.lineno} col {error.colno} pos {error.pos}")
try:
    json.loads('{"a": nope}')
except ValueError as error:
    print(type(error).__name__, "|", error, "|", isinstance(error, json.JSONDecodeError))
try:
    json.loads({"already": "a dict"})
except TypeError as error:
    print(error)
print(json.loads('"\\ud83d\\ude00"'), json.dumps("😀"), json.loads("[NaN]")[0] != 1)


def load_config(text, default):
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return default
    finally:
        print("tried", len(text))


print(load_config("{oops", {}), load_config('{"debug": true}', {}))
json.loads('{"user": "ann", "age": }')
