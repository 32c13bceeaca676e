import asyncio
import heapq


class Balancer:
    def __init__(self, names):
        self.heap = [(0, name) for name in names]
        heapq.heapify(self.heap)

    async def submit(self, job, seconds):
        load, name = heapq.heappop(self.heap)
        heapq.heappush(self.heap, (load + seconds, name))
        print(f"job {job} ({seconds}s) -> {name}, its load {load + seconds:g}")
        await asyncio.sleep(load + seconds)
        return f"{job}@{name}"


async def main():
    balancer = Balancer(["alpha", "beta", "gamma"])
    finished = []
    for job in asyncio.as_completed([balancer.submit(n, seconds) for n, seconds in enumerate([5, 1, 3, 2, 2, 4])]):
        finished.append(await job)
    print(" ".join(finished))


asyncio.run(main())
