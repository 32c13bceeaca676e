from datetime import date, datetime, time, timedelta, timezone

now = datetime.now()
print(now, now.date(), now.strftime("%Y-%m-%d %H:%M:%S"), datetime.now(timezone.utc).isoformat())
moment = datetime(2024, 2, 28, 23, 30)
later = moment + timedelta(days=1, hours=1)
print(later, later - moment, (later - moment).total_seconds(), later > moment, later.weekday(), later.isoformat())
print(timedelta(seconds=3661), timedelta(days=-1, hours=5), repr(timedelta(minutes=90)), timedelta(hours=1) / 4, timedelta(hours=1) * 3)
print(datetime.fromisoformat("2024-03-01T12:00:00+02:00"), datetime.strptime("01/02/2024 13:45", "%d/%m/%Y %H:%M"))
print(date(2024, 12, 25).strftime("%A %d %B %Y"), date.today(), date(2024, 1, 31).replace(month=3), (date(2024, 3, 1) - date(2024, 2, 1)).days)
print(moment.replace(hour=1), datetime.fromtimestamp(0, timezone.utc), moment.timestamp(), time(9, 5).isoformat())
try:
    datetime(2024, 2, 30)
except ValueError as error:
    print(error)
