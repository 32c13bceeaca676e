from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 7, 4, 9, 5, 3, 42000)
for code in "aAbBcdfHIjmMpSUwWxXyYzZ%uVGeDFTRn":
    print(code, repr(moment.strftime("%" + code)))
print(f"{moment:%A, %d %B %Y at %I:%M %p}", format(moment.date(), "%d.%m.%y"), f"{moment.time():%H-%M}")
print(moment.isoformat(), moment.isoformat(" "), moment.isoformat(timespec="minutes"), moment.isoformat(timespec="milliseconds"))
print(moment.ctime(), moment.date(), moment.time(), moment.timetuple().tm_yday, moment.isocalendar()[:3], moment.weekday())
for text, form in [("2024-07-04", "%Y-%m-%d"), ("4 Jul 24, 9:05 PM", "%d %b %y, %I:%M %p"), ("Thursday July 04 2024", "%A %B %d %Y"), ("09:05:03.5", "%H:%M:%S.%f"),
                   ("2024-07-04T09:05:03+0200", "%Y-%m-%dT%H:%M:%S%z"), ("100/2024", "%j/%Y")]:
    print(datetime.strptime(text, form))
for text, form in [("2024-13-01", "%Y-%m-%d"), ("2024-07-04 x", "%Y-%m-%d"), ("04/31/2024", "%m/%d/%Y"), ("x", "%Q"), ("12", "%H:%M")]:
    try:
        datetime.strptime(text, form)
    except ValueError as error:
        print(error)
for text in ("2024-07-04", "2024-07-04T09:05", "2024-07-04 09:05:03.123456", "20240704T090503Z", "2024-W27-4", "2024-07-04T09:05:03-03:30"):
    print(datetime.fromisoformat(text))
try:
    date.fromisoformat("04.07.2024")
except ValueError as error:
    print(error)
print(time(13, 5).strftime("%I:%M %p"), time.fromisoformat("13:05:09"), time(1, 2, 3).replace(minute=9))
zone = timezone(timedelta(hours=5, minutes=30), "IST")
print(moment.replace(tzinfo=zone), zone, zone.utcoffset(None), moment.replace(tzinfo=zone).astimezone(timezone.utc))
