import asyncio
import time
from datetime import datetime


async def main():
    start = datetime.now()
    for _ in range(2):
        await asyncio.sleep(90)
        print(datetime.now().strftime("%H:%M:%S"), datetime.now() - start)
    print(time.strftime("%H:%M:%S"), time.ctime(), time.localtime().tm_min, time.gmtime(0).tm_year)
    print(time.time_ns(), time.perf_counter_ns(), time.process_time())


asyncio.run(main())
