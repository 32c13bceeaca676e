# exit: 1
# None, True and False are among the names that may have been meant.
for name in ("one", "true", "Falsy", "non", "it", "outer", "sett", "nxt"):
    try:
        eval(name)
    except NameError as error:
        print(error)
print(one)
