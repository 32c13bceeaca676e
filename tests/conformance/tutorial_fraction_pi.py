from fractions import Fraction
import asyncio


async def leibniz(n: int) -> Fraction:
    total = Fraction(0)
    for k in range(n):
        total += Fraction((-1) ** k, 2 * k + 1)
        if k % 4 == 0:
            await asyncio.sleep(0)
    return 4 * total


async def main():
    a, b = await asyncio.gather(leibniz(5), leibniz(8))
    print(a, b, repr(a))
    print(float(a), float(b))
    half = Fraction(1, 2)
    print(half + Fraction(1, 3), half * 2 == 1, half ** 2, half / 3, -half, abs(-half))
    print(Fraction("0.125"), Fraction(0.75), Fraction("3/9"))
    print(sorted([Fraction(1, 2), Fraction(1, 3), Fraction(2, 3)]))
    print(Fraction(22, 7).numerator, Fraction(22, 7).denominator, int(Fraction(22, 7)), round(Fraction(22, 7), 2))
    print(Fraction(3.141592653589793).limit_denominator(1000))
    try:
        Fraction(1, 0)
    except ZeroDivisionError as e:
        print("error:", e)


asyncio.run(main())
