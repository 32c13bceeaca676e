import asyncio
import math
import random
import statistics as stats
import time
from dataclasses import dataclass
from itertools import accumulate, groupby, islice, pairwise


@dataclass(slots=True, frozen=True)
class Sample:
    at: float
    value: float


async def monte_carlo_pi(n, rng):
    inside = 0
    for i in range(n):
        x, y = rng.random(), rng.random()
        inside += math.hypot(x, y) <= 1
        if i % 100 == 0:
            await asyncio.sleep(0)
    return 4 * inside / n


async def sampler(n, seed):
    rng = random.Random(seed)
    out = []
    for _ in range(n):
        await asyncio.sleep(rng.expovariate(5))
        out.append(Sample(time.monotonic(), rng.normalvariate(100, 15)))
    return out


def histogram(values, width=10, bins=4):
    lo, hi = min(values), max(values)
    step = (hi - lo) / bins
    counts = [0] * bins
    for v in values:
        counts[min(int((v - lo) / step), bins - 1)] += 1
    peak = max(counts)
    for i, c in enumerate(counts):
        yield f"{lo + i * step:7.2f} | {'█' * round(c / peak * width)} {c}"


async def main():
    pis = await asyncio.gather(*(monte_carlo_pi(500, random.Random(s)) for s in range(3)))
    print([f"{p:.3f}" for p in pis], f"{stats.fmean(pis):.4f}")
    samples = await sampler(30, 5)
    values = [s.value for s in samples]
    print(*histogram(values), sep="\n")
    print(f"mean={stats.mean(values):.3f} median={stats.median(values):.3f} sd={stats.stdev(values):.3f} var={stats.pvariance(values):.2f}")
    gaps = [b.at - a.at for a, b in pairwise(samples)]
    print(f"{max(gaps):.4f} {min(gaps):.4f} {math.fsum(gaps):.4f}", [round(x, 2) for x in islice(accumulate(gaps), 3)])
    print([(k, len(list(g))) for k, g in groupby(values, key=lambda v: v > 100)][:4])
    print(stats.quantiles(values, n=4)[1] == stats.median(values), stats.correlation([1, 2, 3], [2, 4, 7]), stats.linear_regression([1, 2, 3], [2, 4, 6]))
    print(round(stats.geometric_mean([1, 2, 4]), 6), stats.harmonic_mean([1, 2]), stats.median_low([1, 2, 3, 4]), stats.NormalDist(0, 1).cdf(0))


asyncio.run(main())
