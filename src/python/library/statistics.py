from collections import namedtuple as _namedtuple
import math


class StatisticsError(ValueError):
    pass


def _exact(data):
    """The sum as two ints, a fraction; and how many, and whether all are ints."""
    top, bottom, count, whole = 0, 1, 0, True
    for value in data:
        n, d = value.as_integer_ratio()
        whole = whole and isinstance(value, int)
        if d != bottom:
            top, n, bottom = top * d, n * bottom, bottom * d
            common = math.gcd(top, n, bottom)
            top, n, bottom = top // common, n // common, bottom // common
        top += n
        count += 1
    return top, bottom, count, whole


def _quotient(top, bottom, whole):
    return top // bottom if whole and top % bottom == 0 else top / bottom


def mean(data):
    top, bottom, count, whole = _exact(data)
    if not count:
        raise StatisticsError('mean requires at least one data point')
    return _quotient(top, bottom * count, whole)


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    if weights is not None:
        weights = list(weights)
        return math.fsum(value * weight for value, weight in zip(data, weights)) / math.fsum(weights)
    return math.fsum(data) / len(data)


def geometric_mean(data):
    return math.exp(fmean(map(math.log, data)))


def harmonic_mean(data, weights=None):
    data = list(data)
    return len(data) / math.fsum(1 / value for value in data)


def _middle(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data, len(data) // 2


def median(data):
    data, half = _middle(data)
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data, half = _middle(data)
    return data[half] if len(data) % 2 else data[half - 1]


def median_high(data):
    data, half = _middle(data)
    return data[half]


def multimode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def mode(data):
    modes = multimode(data)
    if not modes:
        raise StatisticsError('no mode for empty data')
    return modes[0]


def _spread(data, least, name, xbar=None):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f"{name} requires at least {'two data points' if least == 2 else 'one data point'}")
    top, bottom, count, whole = _exact(data)
    square, below, _, _ = _exact_squares(data)
    return square * count * bottom * bottom - top * top * below, below * bottom * bottom * count * (count + 1 - least), whole


def _exact_squares(data):
    top, bottom = 0, 1
    for value in data:
        n, d = value.as_integer_ratio()
        n, d = n * n, d * d
        top, bottom = top * d + n * bottom, bottom * d
        common = math.gcd(top, bottom)
        top, bottom = top // common, bottom // common
    return top, bottom, 0, 0


def variance(data, xbar=None):
    return _quotient(*_spread(data, 2, 'variance'))


def pvariance(data, mu=None):
    return _quotient(*_spread(data, 1, 'pvariance'))


def _root(top, bottom):
    """The square root of a fraction, rounded once."""
    if not top:
        return 0.0
    shift = max((top.bit_length() - bottom.bit_length() - 109) // 2, -10000)
    if shift >= 0:
        bottom <<= 2 * shift
    else:
        top <<= -2 * shift
    root = math.isqrt(top // bottom)
    root |= root * root * bottom != top
    return root * 2.0 ** shift if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    return _root(*_spread(data, 2, 'stdev')[:2])


def pstdev(data, mu=None):
    return _root(*_spread(data, 1, 'pstdev')[:2])


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    out = []
    span = size - 1 if method == 'inclusive' else size + 1
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * span, n)
        else:
            j = min(max(i * span // n, 1), size - 1)
            delta = i * span - j * n
            j -= 1
        out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    return out


def _sums(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    xbar, ybar = math.fsum(x) / len(x), math.fsum(y) / len(x)
    dx, dy = [a - xbar for a in x], [b - ybar for b in y]
    return xbar, ybar, math.sumprod(dx, dy), math.sumprod(dx, dx), math.sumprod(dy, dy)


def covariance(x, y, /):
    return _sums(x, y, 'covariance')[2] / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    if method == 'ranked':
        x, y = ([sum(b < a for b in data) + (sum(b == a for b in data) + 1) / 2 for a in data] for data in (x, y))
    _, _, sxy, sxx, syy = _sums(x, y, 'correlation')
    if not sxx or not syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / math.sqrt(sxx * syy)


LinearRegression = _namedtuple('LinearRegression', 'slope intercept', module='statistics')


def linear_regression(x, y, /, *, proportional=False):
    if proportional:
        return LinearRegression(math.sumprod(x, y) / math.sumprod(x, x) + 0.0, 0.0)
    xbar, ybar, sxy, sxx, _ = _sums(x, y, 'linear regression')
    if not sxx:
        raise StatisticsError('x is constant')
    slope = sxy / sxx + 0.0
    return LinearRegression(slope, ybar - slope * xbar)


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        return [(random if seed is None else random.Random(seed)).gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * self.variance)) / math.sqrt(math.tau * self.variance)

    def cdf(self, x):
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * math.sqrt(2.0)))

    def zscore(self, x):
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __mul__(self, k):
        return NormalDist(self._mu * k, self._sigma * abs(k))

    __rmul__, __radd__ = __mul__, __add__

    def __repr__(self):
        return f'NormalDist(mu={self._mu!r}, sigma={self._sigma!r})'
