import asyncio


async def main():
    print("running as a program")


if __name__ == "__main__":
    asyncio.run(main())
print(__name__, main.__module__)
