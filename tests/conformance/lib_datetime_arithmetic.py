from datetime import date, datetime, time, timedelta

start = datetime(2024, 2, 27, 22, 15)
for delta in (timedelta(days=2), timedelta(hours=-30), timedelta(weeks=1, minutes=5), timedelta(milliseconds=1500)):
    print(f"{delta!s:>20} {start + delta} {start - delta}")
gap = datetime(2025, 1, 1) - start
print(gap, gap.days, gap.seconds, gap.total_seconds(), gap // timedelta(days=7), gap % timedelta(days=7))
print(timedelta(hours=25), -timedelta(minutes=1), abs(timedelta(-1, 3600)), timedelta(seconds=10) / 4, timedelta(7) * 1.5)
print(timedelta(1) > timedelta(hours=23), timedelta(0) == timedelta(), bool(timedelta(0)), divmod(timedelta(hours=5), timedelta(hours=2)))
print(date(2024, 12, 31) + timedelta(1), (date(2024, 3, 1) - date(2023, 3, 1)).days, date(2024, 1, 31).replace(day=1))
print(sum([timedelta(minutes=20), timedelta(minutes=50)], timedelta()), max(date(2020, 5, 1), date(2021, 1, 1)))
print([d.isoformat() for d in sorted([date(2024, 5, 1), date(2023, 7, 9), date(2024, 1, 2)])])
print(timedelta(days=1, seconds=2, microseconds=3, milliseconds=4, minutes=5, hours=6, weeks=7))
print(str(timedelta(microseconds=1)), timedelta.max, timedelta.resolution)
for bad in (lambda: datetime(2023, 2, 29), lambda: time(24, 0), lambda: timedelta(days=10**9), lambda: date(2024, 1, 1) - 5, lambda: timedelta(1) + 1,
            lambda: date(9999, 12, 31) + timedelta(1), lambda: timedelta(1) / timedelta(0)):
    try:
        bad()
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, str(error).replace("datetime.", ""))
