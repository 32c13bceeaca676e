import asyncio


async def whoami():
    return asyncio.current_task().get_name()


async def main():
    print(await whoami())
    plain = asyncio.create_task(whoami())
    named = asyncio.create_task(whoami(), name="scout")
    renamed = asyncio.create_task(whoami())
    renamed.set_name("renamed")
    number = asyncio.create_task(whoami(), name=7)
    print(await asyncio.gather(plain, named, renamed, number, whoami()))
    print(plain.get_name(), named.get_name(), repr(number.get_name()))


asyncio.run(main())
