from datetime import datetime, timedelta, timezone

UTC = timezone.utc
tokyo, lima = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5), "PET")
noon = datetime(2024, 3, 10, 12, tzinfo=UTC)
for zone in (UTC, tokyo, lima):
    local = noon.astimezone(zone)
    print(local, local.isoformat(), local.tzname(), local.utcoffset(), local.strftime("%H:%M %Z%z"), local == noon)
print(noon.timestamp(), datetime.fromtimestamp(noon.timestamp(), tokyo), datetime.fromtimestamp(0, UTC))
naive = datetime(2024, 3, 10, 12)
print(naive.tzinfo, naive.utcoffset(), naive == noon)
for action in (lambda: naive < noon, lambda: noon - naive):
    try:
        action()
    except TypeError as error:
        print(error)
print(noon - datetime(2024, 3, 10, 12, tzinfo=tokyo), noon.replace(tzinfo=None), naive.replace(tzinfo=lima).astimezone(UTC))
print(str(timezone.utc), repr(timezone.utc), repr(tokyo), repr(lima), timezone(timedelta(0)) is timezone.utc)
print(sorted([noon.astimezone(tokyo), datetime(2024, 3, 10, 11, 59, tzinfo=UTC)])[0].hour, hash(noon) == hash(noon.astimezone(lima)))
print(datetime(2024, 3, 10, 12, 0, 30, 7, tzinfo=lima), datetime.now(UTC).utcoffset(), datetime.now(tokyo).strftime("%Y-%m-%d %H:%M %z"))
try:
    timezone(timedelta(days=2))
except ValueError as error:
    print(str(error)[:60])
