# 面试题:三个协程轮流打印 A B C
import asyncio


async def turn(letter, permits, index, times, out):
    for _ in range(times):
        await permits[index].acquire()
        out.append(letter)
        permits[(index + 1) % len(permits)].release()


async def main():
    permits = [asyncio.Semaphore(1 if n == 0 else 0) for n in range(3)]
    out = []
    await asyncio.gather(*(turn(letter, permits, n, 4, out) for n, letter in enumerate("ABC")))
    print("".join(out))


asyncio.run(main())
