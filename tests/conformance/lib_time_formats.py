import time

time.sleep(86400 + 3661)
print(time.strftime("%Y/%m/%d %H:%M:%S"), time.strftime("%a %b %d %j", time.gmtime(86400)), time.gmtime(0)[:6])
print(time.mktime(time.gmtime(3600)), time.strptime("2024-05-06", "%Y-%m-%d").tm_yday, time.asctime(time.gmtime(0)), time.ctime(60))
now = time.localtime()
print(now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_wday)
