# exit: 1
def load():
    import nothing_of_that_name
    return nothing_of_that_name


try:
    from collections import Conuter
except ImportError as error:
    print(str(error).split(" (")[0], error.name)
try:
    import asyncio.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    import math.more
except ModuleNotFoundError as error:
    print(error)
load()
try:
    import math.more
except ModuleNotFoundError as error:
    print(error.__suppress_context__, error.__cause__)
