# Ints and floats, one operation after the other.
from time import perf_counter


def main():
    start = perf_counter()
    seed = 1
    inside = 0
    for _ in range(200_000):
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        x = seed / 2_147_483_648
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        y = seed / 2_147_483_648
        if x * x + y * y <= 1.0:
            inside += 1
    assert 3.1 < 4 * inside / 200_000 < 3.2
    print(perf_counter() - start)


main()
