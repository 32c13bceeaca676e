from collections import Counter, defaultdict, namedtuple
from itertools import accumulate, chain, groupby, islice, tee, zip_longest
from operator import attrgetter, itemgetter
from statistics import mean, median

Sale = namedtuple("Sale", "day region product units price")
raw = """
mon,north,apple,10,0.5
mon,south,pear,4,0.75
tue,north,pear,6,0.7
tue,south,apple,12,0.45
wed,north,apple,8,0.55
wed,east,plum,20,0.2
"""


def rows(text):
    for number, line in enumerate(text.strip().splitlines(), start=1):
        day, region, product, units, price = line.split(",")
        yield Sale(day, region, product, int(units), float(price))


sales = list(rows(raw))
total = sum(s.units * s.price for s in sales)
print(f"{len(sales)} sales, {total:.2f} in all, mean {mean(s.units for s in sales):.1f}, median {median(s.units for s in sales)}")
by_region = defaultdict(list)
for sale in sales:
    by_region[sale.region].append(sale)
for region, group in sorted(by_region.items(), key=lambda item: -sum(map(attrgetter("units"), item[1]))):
    print(f"{region:<8}{sum(s.units for s in group):>5}{', '.join(sorted({s.product for s in group})):>15}")
keyed = sorted(sales, key=attrgetter("product", "units"))
for product, group in groupby(keyed, key=attrgetter("product")):
    group = list(group)
    print(product, [s.units for s in group], max(group, key=attrgetter("price")).day)
counts = Counter()
for sale in sales:
    counts[sale.product] += sale.units
print(counts, counts.most_common(1)[0][0], {k: f"{v / counts.total():.0%}" for k, v in counts.items()})
running = list(accumulate(s.units for s in sales))
print(running, [b - a for a, b in zip(running, islice(running, 1, None))])
print("| " + " | ".join(f"{name:^7}" for name in Sale._fields) + " |")
for row in islice(sales, 2):
    print("| " + " | ".join(f"{value!s:^7}" for value in row) + " |")
evens, odds = tee(range(6))
print(list(zip_longest((x for x in evens if x % 2 == 0), (x for x in odds if x % 2), "ab", fillvalue="-")))
best = {product: max(g, key=itemgetter(1)) for product, g in ((p, [(s.day, s.units) for s in sales if s.product == p]) for p in counts)}
print(best, [s._replace(units=0).units for s in sales[:2]], sales[0]._asdict(), list(chain(*(s[:2] for s in sales[:2]))))
histogram = "\n".join(f"{name:>6} {'#' * (n // 4)}{'.' * (n % 4)} {n}" for name, n in sorted(counts.items(), key=itemgetter(1), reverse=True))
print(histogram)
