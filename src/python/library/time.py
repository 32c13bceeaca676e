from _thread import deprecated
from _time import *

timezone = altzone = daylight = 0
tzname = 'UTC', 'UTC'
_DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
_MONTHS = 'January February March April May June July August September October November December'.split()
_FIELDS = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split()


class struct_time(tuple):
    tm_zone = tm_gmtoff = None

    def __new__(cls, sequence):
        sequence = tuple(sequence)
        if len(sequence) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(sequence)}-sequence given)')
        return super().__new__(cls, sequence[:9])

    def __repr__(self):
        return 'time.struct_time(%s)' % ', '.join(f'{name}={value!r}' for name, value in zip(_FIELDS, self))


for _place, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, place=_place: self[place]))


def _ordinal(year, month, day):
    year -= month < 3
    return year // 400 * 146097 + year % 400 * 365 + year % 400 // 4 - year % 400 // 100 + (153 * ((month + 9) % 12) + 2) // 5 + day - 306


def _from_ordinal(ordinal):
    era, day = divmod(ordinal + 305, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    month += 3 if month < 10 else -9
    return era * 400 + year + (month < 3), month, day


def _tuple(ordinal, seconds, isdst=0):
    year, month, day = _from_ordinal(ordinal)
    return struct_time((year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, (ordinal + 6) % 7,
                        ordinal - _ordinal(year, 1, 1) + 1, isdst))


def gmtime(seconds=None, /):
    days, rest = divmod(int((time() if seconds is None else seconds) // 1), 86400)
    made = _tuple(719163 + days, rest)
    made.tm_zone = 'GMT'
    made.tm_gmtoff = 0
    return made


def localtime(seconds=None, /):
    made = gmtime(seconds)
    made.tm_zone = 'UTC'
    return made


def mktime(t, /):
    return float((_ordinal(t[0], t[1], 1) + t[2] - 719164) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None, /):
    t = t or gmtime()
    return f'{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}'


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def _week(t):
    """ISO year and week."""
    year = t[0]
    monday = _ordinal(year, t[1], t[2]) - t[6]
    for year in year + 1, year, year - 1:
        first = _ordinal(year, 1, 4)
        first -= (first + 6) % 7
        if monday >= first:
            return year, (monday - first) // 7 + 1


_CODES = {
    'a': lambda t: _DAYS[t[6]][:3],
    'A': lambda t: _DAYS[t[6]],
    'b': lambda t: _MONTHS[t[1] - 1][:3],
    'h': lambda t: _MONTHS[t[1] - 1][:3],
    'B': lambda t: _MONTHS[t[1] - 1],
    'c': asctime,
    'C': lambda t: f'{t[0] // 100:02}',
    'd': lambda t: f'{t[2]:02}',
    'e': lambda t: f'{t[2]:2}',
    'g': lambda t: f'{_week(t)[0] % 100:02}',
    'G': lambda t: f'{_week(t)[0]}',
    'V': lambda t: f'{_week(t)[1]:02}',
    'H': lambda t: f'{t[3]:02}',
    'k': lambda t: f'{t[3]:2}',
    'I': lambda t: f'{(t[3] + 11) % 12 + 1:02}',
    'l': lambda t: f'{(t[3] + 11) % 12 + 1:2}',
    'j': lambda t: f'{t[7]:03}',
    'm': lambda t: f'{t[1]:02}',
    'M': lambda t: f'{t[4]:02}',
    'n': lambda t: '\n',
    'p': lambda t: 'AM' if t[3] < 12 else 'PM',
    'P': lambda t: 'am' if t[3] < 12 else 'pm',
    's': lambda t: str(int(mktime(t))),
    'S': lambda t: f'{t[5]:02}',
    't': lambda t: '\t',
    'u': lambda t: str(t[6] + 1),
    'U': lambda t: f'{(t[7] + 6 - (t[6] + 1) % 7) // 7:02}',
    'w': lambda t: str((t[6] + 1) % 7),
    'W': lambda t: f'{(t[7] + 6 - t[6]) // 7:02}',
    'y': lambda t: f'{t[0] % 100:02}',
    'Y': lambda t: str(t[0]),
    'z': lambda t: '+0000',
    'Z': lambda t: getattr(t, 'tm_zone', None) or 'UTC',
    '%': lambda t: '%',
}
_SHORT = {'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'r': '%I:%M:%S %p', 'R': '%H:%M', 'T': '%H:%M:%S', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    if t is None:
        t = localtime()
    elif not isinstance(t, tuple):
        raise TypeError('Tuple or struct_time argument required')
    out = []
    parts = iter(format.split('%'))
    out.append(next(parts))
    for part in parts:
        if not part:
            out.append('%' + next(parts, ''))
            continue
        code = part[0]
        if code in _SHORT:
            out.append(strftime(_SHORT[code], t))
        elif code == '-' and part[1:2] in _CODES:
            out.append(_CODES[part[1]](t).lstrip('0 ') or '0')
            part = part[1:]
        else:
            out.append(_CODES[code](t) if code in _CODES else '%' + code)
        out.append(part[1:])
    return ''.join(out)


def _names(names):
    return '|'.join(names).lower()


def _parse(text, format):
    """The fields of a text in strptime's format."""
    import re
    digits = {'d': r'3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]', 'f': '[0-9]{1,6}', 'H': r'2[0-3]|[0-1]\d|\d', 'I': r'1[0-2]|0[1-9]|[1-9]| [1-9]',
              'G': r'\d\d\d\d', 'j': r'36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]', 'm': '1[0-2]|0[1-9]|[1-9]',
              'M': r'[0-5]\d|\d', 'S': r'6[0-1]|[0-5]\d|\d', 'U': r'5[0-3]|[0-4]\d|\d', 'W': r'5[0-3]|[0-4]\d|\d', 'w': '[0-6]', 'u': '[1-7]',
              'V': r'5[0-3]|0[1-9]|[1-4]\d|\d', 'y': r'\d\d', 'Y': r'\d\d\d\d', 'z': r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z',
              'A': _names(_DAYS), 'a': _names(name[:3] for name in _DAYS), 'B': _names(_MONTHS), 'b': _names(name[:3] for name in _MONTHS),
              'p': 'am|pm', 'Z': 'utc|gmt'}
    written = format
    for code, meaning in {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}.items():
        written = written.replace('%' + code, meaning)
    pattern = []
    parts = iter(re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', written).split('%'))
    pattern.append(re.sub(r'\s+', r'\\s+', next(parts)))
    for part in parts:
        if not part:
            after = next(parts, None)
            if after is None:
                raise ValueError(f"stray %% in format '{format}'")
            pattern.append('%' + after)
            continue
        code = part[0]
        if code not in digits:
            raise ValueError(f"'{code}' is a bad directive in format '{format}'")
        pattern.append(f'(?P<{code}>{digits[code]})' + re.sub(r'\s+', r'\\s+', part[1:]))
    if '(?P<d>' in ''.join(pattern) and not any(f'(?P<{code}>' in part for part in pattern for code in 'YyG'):
        deprecated('''Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.''')
    found = re.match(''.join(pattern), text, re.I)
    if not found:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    return found.groupdict()


def _strptime(text, format):
    """A struct_time, the microseconds, and the offset in seconds or None."""
    for place, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {place} must be str, not {type(value)}')
    found = _parse(text, format)
    number = lambda code, otherwise: int(found[code]) if code in found else otherwise
    year = number('Y', None)
    if 'y' in found:
        year = number('y', 0)
        year += 1900 if year > 68 else 2000
    month = number('m', 1)
    day = number('d', 1)
    for code, names, length in ('B', _MONTHS, 99), ('b', _MONTHS, 3):
        if code in found:
            month = [name[:length].lower() for name in names].index(found[code].lower()) + 1
    leap = year is None and month == 2 and day == 29
    ordinal = _ordinal(1904 if leap else 1900 if year is None else year, month, day)
    weekday = (ordinal + 6) % 7
    for code, length in ('A', 99), ('a', 3):
        if code in found:
            weekday = [name[:length].lower() for name in _DAYS].index(found[code].lower())
    weekday = number('u', (number('w', weekday + 1) or 7)) - 1
    if 'G' in found and 'V' in found:
        first = _ordinal(number('G', 1), 1, 4)
        ordinal = first - (first + 6) % 7 + 7 * (number('V', 1) - 1) + weekday
    elif 'j' in found:
        ordinal = _ordinal(year or 1900, 1, 1) + number('j', 1) - 1
    elif ('U' in found or 'W' in found) and year is not None and ('A' in found or 'a' in found or 'w' in found or 'u' in found):
        start = _ordinal(year, 1, 1)
        shift = 6 if 'U' in found else 0
        into = (weekday - shift) % 7
        ordinal = start - (start + 6 - shift) % 7 + 7 * number('U', number('W', 0)) + into - (7 if (start + 6 - shift) % 7 == 0 else 0)
    hour = number('H', 0)
    if 'I' in found:
        hour = number('I', 0) % 12 + 12 * (found.get('p', 'am').lower() == 'pm')
    micro = int(found.get('f', '0').ljust(6, '0'))
    offset = None
    if 'z' in found:
        zone = found['z'].replace(':', '')
        offset = 0
        if zone.lower() != 'z':
            offset = int(zone[1:3]) * 3600 + int(zone[3:5]) * 60 + int(zone[5:7] or 0)
            if zone[0] == '-':
                offset = -offset
    made = _tuple(ordinal, hour * 3600 + number('M', 0) * 60 + number('S', 0), 0 if 'Z' in found else -1)
    if not any(code in found for code in 'jGUW'):
        if made[1] != month or made[2] != day:
            raise ValueError('day is out of range for month')
        if 'A' in found or 'a' in found or 'w' in found or 'u' in found:
            made = struct_time(made[:6] + (weekday,) + made[7:])
    if leap:
        made = struct_time((1900,) + made[1:])
    made.tm_zone = found.get('Z')
    made.tm_gmtoff = offset
    return made, micro, offset


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    return _strptime(string, format)[0]
