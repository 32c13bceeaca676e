import asyncio
import json

CONFIG = """
{"jobs": [{"name": "extract", "seconds": 1, "needs": []},
          {"name": "transform", "seconds": 2, "needs": ["extract"]},
          {"name": "audit", "seconds": 0.5, "needs": ["extract"]},
          {"name": "load", "seconds": 1, "needs": ["transform", "audit"]}]}
"""


async def run(job, tasks, log):
    for need in job["needs"]:
        await tasks[need]
    start = asyncio.get_running_loop().time()
    await asyncio.sleep(job["seconds"])
    log[job["name"]] = {"start": start, "end": asyncio.get_running_loop().time()}


async def main():
    tasks, log = {}, {}
    for job in json.loads(CONFIG)["jobs"]:
        tasks[job["name"]] = asyncio.create_task(run(job, tasks, log), name=job["name"])
    await asyncio.gather(*tasks.values())
    print(json.dumps(log, indent=1))


asyncio.run(main())
