import asyncio
import calendar
from datetime import date, datetime, time, timedelta, timezone


async def remind(when: datetime, what: str, now: datetime):
    await asyncio.sleep((when - now).total_seconds())
    print(f"{when:%a %H:%M} {what}")


async def main():
    now = datetime(2024, 2, 28, 22, 0)
    events = {"sleep": now + timedelta(hours=1), "wake": datetime.combine(date(2024, 2, 29), time(6, 30)), "lunch": now.replace(day=29, hour=12)}
    await asyncio.gather(*(remind(w, n, now) for n, w in events.items()))
    print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.month_name[3], calendar.day_abbr[0])
    print(calendar.month(2024, 2))
    utc = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
    print(utc, utc.astimezone(timezone(timedelta(hours=5, minutes=30))), utc.isoformat(), time(1, 2, 3), date(2024, 1, 31) + timedelta(days=30))


asyncio.run(main())
