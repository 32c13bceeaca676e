# What happens to resources when a task is cancelled in the middle?
import asyncio


class Pool:
    def __init__(self, size):
        self.free = [f"conn-{n}" for n in range(size)]
        self.available = asyncio.Semaphore(size)

    async def __aenter__(self):
        await self.available.acquire()
        self.current = self.free.pop()
        return self.current

    async def __aexit__(self, kind, error, trace):
        print("giving back", self.current, "after", kind.__name__ if kind else "success")
        self.free.append(self.current)
        self.available.release()


async def query(pool, sql, seconds):
    async with pool as connection:
        print(connection, "runs", sql)
        await asyncio.sleep(seconds)
        if "bad" in sql:
            raise SyntaxError(sql)
        return sql.upper()


async def main():
    pool = Pool(1)
    tasks = [asyncio.create_task(query(pool, sql, s)) for sql, s in [("select 1", 1), ("bad sql", 1), ("select sleep", 50), ("select 2", 1)]]
    asyncio.get_running_loop().call_later(3, tasks[2].cancel)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        print(type(result).__name__, result)
    print(pool.free)


asyncio.run(main())
