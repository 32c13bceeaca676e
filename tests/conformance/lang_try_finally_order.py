def path(kind):
    print(kind, end=": ")
    try:
        if kind == "value":
            int("x")
        elif kind == "key":
            {}["k"]
        elif kind == "return":
            return "returned"
    except ValueError as error:
        print("except", end=" ")
    except (KeyError, IndexError):
        print("lookup", end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally")
    return "end"


for kind in ["fine", "value", "key", "return"]:
    print(path(kind))
