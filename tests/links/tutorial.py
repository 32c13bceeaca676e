# 简单的 Actor 模型
import asyncio


class Actor:
    def __init__(self):
        self.mailbox = asyncio.Queue()
        self.task = asyncio.create_task(self.loop(), name=type(self).__name__)

    async def loop(self):
        while True:
            message, reply = await self.mailbox.get()
            handler = getattr(self, "on_" + message[0], None)
            try:
                if handler is None:
                    raise AttributeError(f"不认识的消息 {message[0]}")
                reply.set_result(await handler(*message[1:]))
            except Exception as error:
                reply.set_exception(error)

    async def ask(self, *message):
        reply = asyncio.get_running_loop().create_future()
        await self.mailbox.put((message, reply))
        return await reply


class Counter(Actor):
    value = 0

    async def on_add(self, n):
        await asyncio.sleep(0.1)
        self.value += n
        return self.value


async def main():
    counter = Counter()
    print(await asyncio.gather(*(counter.ask("add", n) for n in range(1, 5))))
    try:
        await counter.ask("reset")
    except AttributeError as error:
        print("错误:", error)
    print(counter.task.get_name(), counter.value)


asyncio.run(main())
