# exit: 1
# The parser says where; nothing runs.
print("never printed")
def broken(:
    pass
