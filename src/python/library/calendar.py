import datetime as _datetime
from enum import IntEnum as _IntEnum

day_name = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
month_name = ' January February March April May June July August September October November December'.split(' ')
day_abbr, month_abbr = [name[:3] for name in day_name], [name[:3] for name in month_name]
Day = _IntEnum('Day', {name.upper(): n for n, name in enumerate(day_name)}, module='calendar')
Month = _IntEnum('Month', {name.upper(): n for n, name in enumerate(month_name) if n}, module='calendar')
globals().update(Day.__members__, **Month.__members__)
for _class in Day, Month:
    _class.__repr__ = lambda self: f'calendar.{self.name}'
    _class.__str__ = int.__repr__


class IllegalMonthError(ValueError):
    def __str__(self):
        return f'bad month number {self.args[0]!r}; must be 1-12'


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(map(isleap, range(y1, y2)))


def weekday(year, month, day):
    return Day(_datetime.date(year, month, day).weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), (31, 28 + isleap(year), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([(self.firstweekday + n) % 7 for n in range(7)])

    def itermonthdays(self, year, month):
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return iter([0] * before + list(range(1, count + 1)) + [0] * (-(before + count) % 7))

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def itermonthdates(self, year, month):
        first = _datetime.date(year, month, 1)
        first -= _datetime.timedelta(days=(first.weekday() - self.firstweekday) % 7)
        return (first + _datetime.timedelta(days=n) for n in range(len(list(self.itermonthdays(year, month)))))


class TextCalendar(Calendar):
    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        lines = [f'{month_name[themonth]} {theyear}'.center(7 * (w + 1) - 1).rstrip(), ' '.join(day_name[d][:w].center(w) for d in self.iterweekdays())]
        lines += [' '.join(str(d or '').rjust(w) for d in week).rstrip() for week in self.monthdayscalendar(theyear, themonth)]
        return '\n'.join(line for line in lines) + '\n'

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')


_text = TextCalendar()
month, prmonth, monthcalendar = _text.formatmonth, _text.prmonth, _text.monthdayscalendar


def setfirstweekday(firstweekday):
    _text.firstweekday = firstweekday


def timegm(tuple):
    return int(_datetime.datetime(*tuple[:6], tzinfo=_datetime.timezone.utc).timestamp())
