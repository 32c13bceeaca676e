import time

epoch = time.gmtime(0)
print(epoch)
print(epoch.tm_year, epoch[1], epoch.tm_yday, epoch.tm_wday, epoch.tm_isdst, epoch.tm_zone, len(epoch), isinstance(epoch, tuple))
now = time.localtime()
print(time.strftime("%Y-%m-%d %H:%M:%S", now), time.asctime(now), time.ctime(), time.mktime(now) == time.time())
time.sleep(0.5)
print(time.time(), time.monotonic(), time.perf_counter(), time.process_time(), time.time_ns() % 10**10)
parsed = time.strptime("03 Mar 2024 04:05:06 PM", "%d %b %Y %I:%M:%S %p")
print(parsed.tm_hour, parsed.tm_yday, parsed.tm_wday, parsed.tm_isdst, time.strftime("%A %j %U", parsed), parsed > epoch)
year, month, day, *rest = parsed
print(year, month, day, rest)
for text, form in (("2024", "%d"), ("2024-02-30", "%Y-%m-%d"), ("1 2", "%d")):
    try:
        time.strptime(text, form)
    except ValueError as error:
        print(error)
for bad in (lambda: time.sleep(-1), lambda: time.strftime("%Y", 3)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(time.strftime("%H%%", time.gmtime(3600 * 13)), time.timezone, time.tzname, time.gmtime(1e9 + 0.9).tm_sec)
print(time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)).tm_min, time.strftime("week %W, %y", (2024, 3, 4, 0, 0, 0, 0, 64, 0)))
