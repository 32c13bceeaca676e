import asyncio


async def attempt(outer, inner, work):
    try:
        async with asyncio.timeout(outer) as one:
            try:
                async with asyncio.timeout(inner) as two:
                    await asyncio.sleep(work)
            except TimeoutError:
                print("inner timed out")
                await asyncio.sleep(1)
    except TimeoutError:
        print("outer timed out")
    print(one.expired(), two.expired(), asyncio.current_task().cancelling())


async def main():
    await attempt(5, 1, 10)
    await attempt(1, 5, 10)
    await attempt(1, 1, 10)
    await attempt(1.5, 1, 10)
    await attempt(9, 9, 1)


asyncio.run(main())
