n = 10
n += 5; n -= 1; n *= 3; n //= 4; n **= 2; n %= 7
print(n)
x = 7
x /= 2
bits = 6
bits |= 1; bits &= 5; bits <<= 3; bits >>= 1; bits ^= 3
print(x, bits)
shared = original = [1]
shared += (2, 3)
shared *= 2
print(original, original is shared)
pair = (1,)
other = pair
pair += (2,)
print(pair, other)
table = {"a": [0]}
table["a"][0] += 5
table["a"] += [1]
print(table)
