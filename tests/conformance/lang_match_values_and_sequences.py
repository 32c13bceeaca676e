def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case True | None:
            return "constant"
        case int(n) if n < 0:
            return f"negative {n}"
        case float() | int():
            return "number"
        case "":
            return "empty text"
        case str(text):
            return f"text {text!r}"
        case []:
            return "empty list"
        case [x]:
            return f"one {x}"
        case [first, *middle, last]:
            return f"{first}..{last} over {middle}"
        case _:
            return f"other {type(value).__name__}"


for value in [0, 2, True, None, -4, 7, 2.5, "", "hi", [], [5], (1, 2), range(4), [1, [2], 3], {1}]:
    print(describe(value))
