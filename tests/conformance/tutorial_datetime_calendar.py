from datetime import date, timedelta


def month_grid(year, month):
    first = date(year, month, 1)
    start = first - timedelta(days=first.weekday())
    weeks = []
    day = start
    while day.month == month or day < first:
        weeks.append([day + timedelta(days=n) for n in range(7)])
        day += timedelta(weeks=1)
    return weeks


def show(year, month):
    print(date(year, month, 1).strftime("%B %Y").center(20).rstrip())
    print("Mo Tu We Th Fr Sa Su")
    for week in month_grid(year, month):
        print(" ".join(f"{day.day:2}" if day.month == month else "  " for day in week).rstrip())


show(2024, 2)
show(2023, 10)


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


for year in (2023, 2024, 2025):
    day = easter(year)
    print(day, day.strftime("%d %b"), (day + timedelta(49)).isoformat(), day.isocalendar().week)
workdays = [d for d in (date(2024, 5, 1) + timedelta(n) for n in range(14)) if d.weekday() < 5]
print(len(workdays), workdays[-1], date.min, date.max, date.fromordinal(date(2024, 1, 1).toordinal() + 59))
