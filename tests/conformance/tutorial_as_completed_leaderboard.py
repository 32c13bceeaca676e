import asyncio
import random

random.seed(7)
RUNNERS = ["Usain", "Eliud", "Shelly", "Faith", "Jakob"]


async def run(name, distance=5):
    for lap in range(distance):
        await asyncio.sleep(random.uniform(0.8, 1.2))
    return name, asyncio.get_running_loop().time()


async def main():
    medals = ["gold", "silver", "bronze"]
    for place, finish in enumerate(asyncio.as_completed([run(name) for name in RUNNERS]), start=1):
        name, seconds = await finish
        medal = medals[place - 1] if place <= len(medals) else "-"
        print(f"{place}. {name:<8}{seconds:6.3f}s  {medal}")


asyncio.run(main())
