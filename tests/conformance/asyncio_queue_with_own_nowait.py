import asyncio


class Loud(asyncio.Queue):
    def put_nowait(self, item):
        print("putting", item, self._unfinished_tasks)
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        print("getting", item)
        return item


async def main():
    queue = Loud(1)
    putters = [asyncio.create_task(queue.put(n)) for n in range(3)]
    await asyncio.sleep(1)
    print([await queue.get() for _ in range(3)], list(queue._queue))
    await asyncio.gather(*putters)
    semaphore, event, lock = asyncio.Semaphore(3), asyncio.Event(), asyncio.Lock()
    async with semaphore, lock:
        print(semaphore._value, event._value, lock._locked)


asyncio.run(main())
