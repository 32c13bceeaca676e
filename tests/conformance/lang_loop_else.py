# The else of a loop runs when the loop was not broken out of.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, "is prime")

tries = 0
while tries < 3:
    tries += 1
    if tries == 2:
        continue
    print("try", tries)
else:
    print("gave up")

for _ in []:
    pass
else:
    print("nothing to do")
