import asyncio


class Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self):
        super().__init__()
        self.made = 0

    def new_event_loop(self):
        self.made += 1
        loop = asyncio.SelectorEventLoop()
        loop.set_debug(True)
        return loop


async def main():
    return asyncio.get_running_loop().get_debug()


policy = Policy()
asyncio.set_event_loop_policy(policy)
print(asyncio.get_event_loop_policy() is policy, isinstance(policy, asyncio.AbstractEventLoopPolicy))
loop = asyncio.new_event_loop()
print(loop.get_debug(), policy.made, loop.run_until_complete(main()))
loop.close()
try:
    asyncio.set_event_loop_policy("policy")
except TypeError as error:
    print(error)
