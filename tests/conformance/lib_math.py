import math

print(math.pi, math.e, math.inf, math.tau, math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([2, 3, 4]))
print(math.sin(1), math.cos(1), math.atan2(1, 2), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.pow(2, 0.5))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.degrees(math.pi), math.radians(180))
print(math.fsum([0.1] * 10), math.copysign(3, -0.0), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4))
for action in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000)]:
    try:
        action()
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
