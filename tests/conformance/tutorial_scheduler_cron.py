import asyncio
from datetime import datetime, timedelta


class Scheduler:
    def __init__(self):
        self.tasks = []

    def every(self, **interval):
        def register(function):
            self.tasks.append((timedelta(**interval), function))
            return function
        return register

    async def _run(self, interval, function):
        while True:
            await asyncio.sleep(interval.total_seconds())
            function(datetime.now())

    async def run_for(self, **length):
        jobs = [asyncio.create_task(self._run(*task)) for task in self.tasks]
        await asyncio.sleep(timedelta(**length).total_seconds())
        for job in jobs:
            job.cancel()


scheduler = Scheduler()


@scheduler.every(minutes=20)
def rotate_logs(now):
    print(now.strftime("%H:%M"), "rotate logs")


@scheduler.every(hours=1)
def send_report(now):
    print(f"{now:%Y-%m-%d %H:%M} send report")


asyncio.run(scheduler.run_for(hours=2, minutes=10))
