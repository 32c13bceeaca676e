import warnings


def old_api():
    warnings.warn("old_api() is deprecated, use new_api()", DeprecationWarning, stacklevel=2)
    return 1


def risky(value):
    if value < 0:
        warnings.warn(f"negative value: {value}")
    return abs(value)


for n in (-1, -1, -2):
    risky(n)
old_api()
old_api()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    risky(-5)
    old_api()
    print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        risky(-9)
    except UserWarning as error:
        print("raised", repr(error))
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="negative")
    risky(-100)
    warnings.warn("still told", RuntimeWarning)
warnings.warn(FutureWarning("as an object"))
try:
    warnings.warn("x", ValueError)
except TypeError as error:
    print(error)
try:
    warnings.simplefilter("sometimes")
except ValueError as error:
    print(error)
