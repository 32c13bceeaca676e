# Text that grows, is formatted, split and joined.
from time import perf_counter


def main():
    start = perf_counter()
    text = ""
    for number in range(100_000):
        text += f"{number % 100:02d},"
    words = text.split(",")
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    assert counts["07"] == 1_000
    assert len("-".join(word.upper() for word in words)) == len(text)
    print(perf_counter() - start)


main()
