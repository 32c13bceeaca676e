import time as _time
from time import _ordinal, _from_ordinal, _week

MINYEAR = 1
MAXYEAR = 9999
_MICRO = 1000000
_DAY = 86400 * _MICRO


def _index(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    return value.__index__()


def _days_in(year, month):
    return _ordinal(year + month // 12, month % 12 + 1, 1) - _ordinal(year, month, 1)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not 1 <= year <= 9999:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, micro, tzinfo, fold):
    for value, most, name in (hour, 23, 'hour'), (minute, 59, 'minute'), (second, 59, 'second'), (micro, 999999, 'microsecond'):
        if not 0 <= _index(value) <= most:
            raise ValueError(f'{name} must be in 0..{most}')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    _check_zone(tzinfo)


def _check_zone(tz):
    if tz is not None and not isinstance(tz, _tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _name(self):
    return ('datetime.' if type(self).__module__ == 'datetime' else '') + type(self).__qualname__


def _same(self, memo=None):
    return self


def _divide(a, b):
    """a / b, rounded to the even int."""
    q, r = divmod(a, b)
    r *= 2
    return q + ((r > b if b > 0 else r < b) or r == b and q % 2 == 1)


class timedelta:
    __slots__ = '_us',

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0
        for name, value, factor in (('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000), ('seconds', seconds, _MICRO),
                                    ('minutes', minutes, 60 * _MICRO), ('hours', hours, 3600 * _MICRO), ('days', days, _DAY), ('weeks', weeks, 7 * _DAY)):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * factor
                total += whole * factor + int(part)
                left += part - int(part)
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        if left:
            whole = round(left)
            if abs(whole - left) == 0.5:
                odd = total & 1
                whole = 2 * round((left + odd) * 0.5) - odd
            total += whole
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        days = total // _DAY
        if not -999999999 <= days <= 999999999:
            if not -1 << 31 <= days < 1 << 31:
                raise OverflowError('Python int too large to convert to C int')
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._us = total
        return self

    days = property(lambda self: self._us // _DAY)
    seconds = property(lambda self: self._us % _DAY // _MICRO)
    microseconds = property(lambda self: self._us % _MICRO)

    def total_seconds(self):
        return self._us / _MICRO

    def __repr__(self):
        parts = [f'{name}={value}' for name in ('days', 'seconds', 'microseconds') if (value := getattr(self, name))]
        return f"{_name(self)}({', '.join(parts) or 0})"

    def __str__(self):
        seconds = self.seconds
        text = f'{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}'
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return text + (f'.{self.microseconds:06}' if self.microseconds else '')

    def __add__(self, other):
        return timedelta._of(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._us * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide(self._us * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return timedelta._of(_divide(self._us, other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divide(self._us * bottom, top))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return timedelta._of(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    __copy__ = __deepcopy__ = _same


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(1000000000 * _DAY - 1)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    __copy__ = __deepcopy__ = _same

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        offset = dt.utcoffset()
        delta = offset - (dt.dst() or timedelta(0))
        if delta:
            dt += delta
        return dt + (dt.dst() or timedelta(0))


_tzinfo = tzinfo


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    sign, total = ('-', -offset._us) if offset._us < 0 else ('+', offset._us)
    seconds = total // _MICRO
    text = f'{sign}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}'
    if total % (60 * _MICRO):
        text += f'{colon}{seconds % 60:02}'
    return text + (f'.{total % _MICRO:06}' if total % _MICRO else '')


class timezone(tzinfo):
    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if abs(offset._us) >= _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ' + repr(offset) + '.')
        if name is None and not offset and hasattr(cls, 'utc'):
            return cls.utc
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        return self._name or ('UTC' + _offset_text(self._offset) if self._offset else 'UTC')

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        return f"datetime.timezone({self._offset!r}{f', {self._name!r}' if self._name else ''})"


UTC = timezone.utc = timezone(timedelta(0))


def _format(self, format, zoned):
    """strftime, with what time tuples do not know."""
    for code in 'f', 'z', ':z', 'Z':
        if '%' + code in format:
            if code == 'f':
                text = f"{getattr(self, 'microsecond', 0):06}"
            elif code == 'Z':
                text = (zoned and self.tzname()) or ''
            else:
                text = _offset_text(zoned and self.utcoffset() or (self.utcoffset() if zoned else None), ':' if code == ':z' else '')
            parts = format.split('%%')
            format = '%%'.join(part.replace('%' + code, text.replace('%', '%%')) for part in parts)
    if '%Y' in format and isinstance(self, date) and self.year < 1000:
        format = format.replace('%Y', f'{self.year}')
    return _time.strftime(format, self.timetuple() if isinstance(self, date) else (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1))


class date:
    __copy__ = __deepcopy__ = _same

    def __new__(cls, year=None, month=None, day=None):
        for place, name, value in (1, 'year', year), (2, 'month', month), (3, 'day', day):
            if value is None:
                raise TypeError(f"function missing required argument '{name}' (pos {place})")
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_time.gmtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal):
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > 3652059:
            raise ValueError(f'year {_from_ordinal(ordinal)[0]} is out of range')
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        found = _read(_DATE, date_string)
        if not found:
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        return cls(*_read_date(found, date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = _ordinal(year, 1, 4)
        if not 1 <= week <= 53 or week == 53 and _week(cls(year, 12, 31).timetuple())[1] != 53:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls.fromordinal(first - (first + 6) % 7 + 7 * (week - 1) + day - 1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        year, week = _week(self.timetuple())
        return IsoCalendarDate((year, week, self.isoweekday()))

    def isoformat(self):
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def timetuple(self):
        return _time._tuple(self.toordinal(), 0, -1)

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        return _format(self, format, False)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def __repr__(self):
        return f'{_name(self)}({self._year}, {self._month}, {self._day})'

    def __str__(self):
        return self.isoformat()

    def __add__(self, other):
        return self._moved(other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 0 < ordinal <= 3652059:
            raise OverflowError('date value out of range')
        return type(self)(*_from_ordinal(ordinal))

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _compare(self, other, operator):
        if not isinstance(other, date) or isinstance(other, datetime):
            return NotImplemented
        return getattr(self.toordinal(), operator)(other.toordinal())

    def __eq__(self, other):
        return self.toordinal() == other.toordinal() if isinstance(other, date) and not isinstance(other, datetime) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, '__lt__')

    def __le__(self, other):
        return self._compare(other, '__le__')

    def __gt__(self, other):
        return self._compare(other, '__gt__')

    def __ge__(self, other):
        return self._compare(other, '__ge__')

    def __hash__(self):
        return hash(self.toordinal())


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % self


_DATE = r'(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-?W(\d\d)(?:-?(\d))?)$'
_TIME = r'T?(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d(?:\.\d+)?)?)?)?$'


def _read(pattern, text):
    import re
    return re.match(pattern, text)


def _read_date(found, text):
    year, month, day, month_, day_, week, weekday = found.groups()
    if week:
        return _from_ordinal(date.fromisocalendar(int(year), int(week), int(weekday or 1)).toordinal())
    return int(year), int(month or month_), int(day or day_)


def _read_time(text, whole):
    found = _read(_TIME, text)
    if not found:
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    hour, minute, second, micro, zone = found.groups('0')
    tz = None
    if zone == 'Z':
        tz = timezone.utc
    elif zone != '0':
        digits, _, part = zone[1:].replace(':', '').partition('.')
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0), seconds=int(digits[4:6] or 0), microseconds=int(part or 0))
        tz = timezone(-offset if zone[0] == '-' else offset)
    return int(hour), int(minute), int(second), int(micro[:6].ljust(6, '0')), tz


def _time_text(self, timespec):
    text = f'{self.hour:02}'
    if timespec == 'auto':
        timespec = 'microseconds' if self.microsecond else 'seconds'
    if timespec not in ('hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'):
        raise ValueError('Unknown timespec value')
    if timespec != 'hours':
        text += f':{self.minute:02}'
        if timespec != 'minutes':
            text += f':{self.second:02}'
            if timespec == 'milliseconds':
                text += f'.{self.microsecond // 1000:03}'
            elif timespec == 'microseconds':
                text += f'.{self.microsecond:06}'
    return text + _offset_text(self.utcoffset())


class _Clock:
    """What times and datetimes share."""

    __copy__ = __deepcopy__ = _same
    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _set_time(self, hour, minute, second, microsecond, tzinfo, fold):
        _check_time(hour, minute, second, microsecond, tzinfo, fold)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    def utcoffset(self):
        return self._tzinfo and self._tzinfo.utcoffset(self._moment())

    def tzname(self):
        return self._tzinfo and self._tzinfo.tzname(self._moment())

    def dst(self):
        return self._tzinfo and self._tzinfo.dst(self._moment())

    def _us(self):
        offset = self.utcoffset()
        return (((self._hour * 60 + self._minute) * 60 + self._second) * _MICRO + self._microsecond + self._days() * _DAY - (offset._us if offset else 0))

    def strftime(self, format):
        return _format(self, format, True)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def _arguments(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        return ', '.join(parts)

    def _compare(self, other, operator):
        if not isinstance(other, self._kind()):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError(f"can't compare offset-naive and offset-aware {self._kind().__name__}s")
        return getattr(self._us(), operator)(other._us())

    def __eq__(self, other):
        if not isinstance(other, self._kind()):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._us() == other._us()

    def __lt__(self, other):
        return self._compare(other, '__lt__')

    def __le__(self, other):
        return self._compare(other, '__le__')

    def __gt__(self, other):
        return self._compare(other, '__gt__')

    def __ge__(self, other):
        return self._compare(other, '__ge__')

    def __hash__(self):
        return hash(self._us())


class time(_Clock):
    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        return object.__new__(cls)._set_time(hour, minute, second, microsecond, tzinfo, fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_read_time(time_string, time_string))

    def _kind(self):
        return time

    def _moment(self):
        return None

    def _days(self):
        return 0

    def isoformat(self, timespec='auto'):
        return _time_text(self, timespec)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_name(self)}({self._arguments()})'


class datetime(_Clock, date):
    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        return date.__new__(cls, year, month, day)._set_time(hour, minute, second, microsecond, tzinfo, fold)

    @classmethod
    def _of(cls, us, tz=None):
        """From microseconds since year 0."""
        days, rest = divmod(us, _DAY)
        if not 0 < days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, _MICRO)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, tz)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        us = _ordinal(2024, 1, 1) * _DAY + timedelta(seconds=_time.monotonic())._us
        return cls._of(us) if tz is None else tz.fromutc(cls._of(us, tz))

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        us = _ordinal(1970, 1, 1) * _DAY + timedelta(seconds=timestamp)._us
        if not 0 < us // _DAY <= 3652059:
            raise ValueError(f'year {_from_ordinal(us // _DAY)[0]} is out of range')
        return cls._of(us) if tz is None else tz.fromutc(cls._of(us, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def strptime(cls, date_string, format):
        made, micro, offset = _time._strptime(date_string, format)
        tz = None if offset is None else timezone(timedelta(seconds=offset))
        return cls(*made[:6], micro, tz)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        for length in 10, 8, 7:
            found = _read(_DATE, date_string[:length])
            rest = date_string[length:]
            if found and (not rest or len(rest) > 2):
                clock = _read_time(rest[1:], date_string) if rest else ()
                return cls(*_read_date(found, date_string), *clock)
        raise ValueError(f'Invalid isoformat string: {date_string!r}')

    def _kind(self):
        return datetime

    def _moment(self):
        return self

    def _days(self):
        return self.toordinal()

    def timetuple(self):
        dst = self.dst()
        return _time._tuple(self.toordinal(), (self._hour * 60 + self._minute) * 60 + self._second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        return (self - (self.utcoffset() or timedelta(0))).replace(tzinfo=None).timetuple()

    def timestamp(self):
        return (self._us() - _ordinal(1970, 1, 1) * _DAY) / _MICRO

    def date(self):
        return _date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day,
                          self._hour if hour is None else hour, self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        if tz is None:
            tz = object.__new__(timezone)
            tz._offset = timedelta(0)
            tz._name = 'UTC'
        _check_zone(tz)
        return tz.fromutc(type(self)._of(self._us(), tz))

    def isoformat(self, sep='T', timespec='auto'):
        return f'{self._year:04}-{self._month:02}-{self._day:02}{sep}{_time_text(self, timespec)}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return f'{_name(self)}({self._year}, {self._month}, {self._day}, {self._arguments()})'

    def _local(self):
        offset = self.utcoffset()
        return self._us() + (offset._us if offset else 0)

    def __add__(self, other):
        return type(self)._of(self._local() + other._us, self._tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._local() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._us() - other._us())


_date = date
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta(microseconds=1)
