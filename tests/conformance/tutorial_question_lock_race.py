import asyncio

balance = 100


async def withdraw(amount, lock=None):
    global balance
    if lock:
        async with lock:
            return await unsafe(amount)
    return await unsafe(amount)


async def unsafe(amount):
    global balance
    if balance >= amount:
        await asyncio.sleep(0.1)
        balance -= amount
        return True
    return False


async def main():
    global balance
    print(await asyncio.gather(*(withdraw(80) for _ in range(3))), balance)
    balance = 100
    lock = asyncio.Lock()
    print(await asyncio.gather(*(withdraw(80, lock) for _ in range(3))), balance, lock.locked())
    print(repr(lock).split("[")[1])
    await lock.acquire()
    waiter = asyncio.create_task(withdraw(1, lock))
    await asyncio.sleep(0)
    print(lock.locked(), repr(lock).split("[")[1])
    lock.release()
    print(await waiter)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
