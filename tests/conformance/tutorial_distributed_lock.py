import asyncio
import itertools
import time
import uuid
from contextlib import asynccontextmanager, suppress


class LockTimeout(Exception):
    ...


class FakeRedis:
    def __init__(self):
        self._store: dict[str, tuple[str, float]] = {}

    async def set_nx(self, key, value, ttl):
        await asyncio.sleep(0.01)
        current = self._store.get(key)
        if current and current[1] > time.monotonic():
            return False
        self._store[key] = value, time.monotonic() + ttl
        return True

    async def delete_if(self, key, value):
        await asyncio.sleep(0.01)
        if self._store.get(key, ("", 0))[0] == value:
            del self._store[key]
            return 1
        return 0


@asynccontextmanager
async def lock(redis, key, *, ttl=1.0, wait=2.0, retry=0.1):
    owner = uuid.uuid4().hex
    assert len(owner) == 32
    async with asyncio.timeout(wait) as t:
        for n in itertools.count(1):
            if await redis.set_nx(key, owner, ttl):
                break
            await asyncio.sleep(retry)
    try:
        yield n
    finally:
        released = await redis.delete_if(key, owner)
        if not released:
            print("lock was lost!")


async def job(name, redis, work):
    try:
        async with lock(redis, "L") as tries:
            print(f"{time.monotonic():.2f} {name} got it after {tries} tries")
            await asyncio.sleep(work)
            print(f"{time.monotonic():.2f} {name} releases")
    except TimeoutError:
        print(f"{time.monotonic():.2f} {name} gives up")


async def main():
    r = FakeRedis()
    await asyncio.gather(job("A", r, 0.5), job("B", r, 1.5), job("C", r, 0.3), job("D", r, 0.2))
    with suppress(TimeoutError):
        async with asyncio.timeout(0.05):
            async with lock(r, "L"):
                await asyncio.sleep(1)
    print(r._store)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
    except TimeoutError as e:
        print("already late", type(e.__cause__).__name__)


asyncio.run(main())
