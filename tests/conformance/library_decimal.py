from decimal import *
D = Decimal
print(D('1.10') + D('2.2'), D('1') / 3, D('10') / 4, D(1) / D('0.5'), D('1E+3') / 7, D('1e3'), D('0.000001'), D('0.0000001'), D('-0'), D(0.1))
print(D('3.14159').quantize(D('0.01')), D('2.5').quantize(D('1')), D('-2.5').quantize(D('1'), ROUND_HALF_UP), D('7') // D('-2'), D('7') % D('-2'), divmod(D(7), D('2.5')))
print(D(2) ** 10, D('1.1') ** 5, D(2) ** -2, D(2).sqrt(), D('0.25').sqrt(), D(16).sqrt(), D('2') ** D('0.5'))
for s in ['', '.2f', ',.2f', '10.3f', '<10', '010.2f', '+.1f', '.3e', '.1%', 'e', 'f', '.4g', ',', '^12,.1f', '*>10']:
    print(repr(s), format(D('1234.5678'), s), format(D('-0.05'), s), format(D('1E+5'), s))
print(D('1.50').normalize(), D('100').normalize(), D('1.5') == 1.5, D('1.5') > 1, D(1) < 2.5, hash(D(3)) == hash(3), hash(D('0.5')) == hash(0.5), {D(1): 2}[1])
print(sum([D('0.1')] * 3), max(D(1), D('1.0')), round(D('2.675'), 2), round(D('2.5')), int(D('-3.9')), float(D('1.25')), abs(D('-1')), -D('0'), +D('-0.0'), bool(D(0)))
print(D('1.23').as_tuple(), D((1, (1, 2), -1)), D('inf'), D('nan'), D('-inf') < 0, D('inf') + 1, D('5').is_zero(), D('123.45').adjusted())
print(getcontext())
getcontext().prec = 6
print(D(1) / 7, getcontext().prec)
with localcontext() as ctx:
    ctx.prec = 3
    ctx.rounding = ROUND_UP
    print(D(2) / 3)
print(D(2) / 3)
for f in (lambda: D('abc'), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) + 1.0, lambda: D([1]), lambda: D(1) % 0, lambda: D('1.5') + 'x', lambda: D(-1).sqrt(), lambda: D(1) // 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, type(e).__mro__[1].__name__)
import math
print(math.floor(D('1.7')), math.ceil(D('1.2')), D('1.7').to_integral_value(), repr(D('9.99')), f"{D('9.99') * 3:>10}", isinstance(D(1), Decimal), D('1_000'), D(' 12 '))
