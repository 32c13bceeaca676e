import asyncio
from datetime import datetime, timedelta

EPOCH = datetime(2024, 1, 1)


def clock():
    return datetime.now().strftime("%H:%M:%S")


async def remind(at, text):
    wait = (at - datetime.now()).total_seconds()
    if wait < 0:
        return f"too late for {text!r} by {timedelta(seconds=-wait)}"
    await asyncio.sleep(wait)
    print(f"[{clock()}] {text}")
    return text


async def main():
    start = datetime.now()
    print(clock(), start.date(), start.timestamp() - EPOCH.timestamp())
    plans = {"tea": timedelta(minutes=4), "oven": timedelta(minutes=1, seconds=30), "bus": timedelta(hours=1), "past": -timedelta(seconds=90)}
    results = await asyncio.gather(*(remind(start + after, text) for text, after in plans.items()))
    print(results)
    print(datetime.now() - start, datetime.now() > start, (datetime.now() - start) // timedelta(minutes=1))


asyncio.run(main())
