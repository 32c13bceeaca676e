import re
x = 5
if x is 5:
    print("five")
print("\d", re.findall("\d", "a1"))
assert (x, "msg")
print(x is not "a")
text = """first
  \w second
  \q third"""
print(f"\p{x}", b"\z", "\777" == "ǿ", [(1, 2) is x, "a" is "b" is x])


def never():
    return "a"("b"), {1: 2}(3), (1, 2)(3)
