def say(value):
    print("say", value)
    return value


a = 1
print(a < say(2) < 3, 3 < say(2) < say(5))
print(0 or "default", "" and "never", None or 0 or [], 1 and 2 and 3, not [], not 0.0)
print(1 == 1.0 == True, a is None, None is None, [] is not [], 3 in [1, 2], 3 not in [1, 2])
print("yes" if [] else "no", (1, "a") < (1, "b"), [2] > [1, 99])
print(say(0) or say("b"), say(1) and say("c"))
try:
    1 < "a"
except TypeError as error:
    print(error)
