# 发布订阅:慢的订阅者会丢消息,而不是拖慢所有人
import asyncio


class Topic:
    def __init__(self):
        self.subscribers = {}

    def subscribe(self, name, size):
        self.subscribers[name] = asyncio.Queue(size)
        return self.subscribers[name]

    def publish(self, message):
        for name, queue in self.subscribers.items():
            if queue.full():
                dropped = queue.get_nowait()
                print(f"  {name} 丢弃 {dropped}")
            queue.put_nowait(message)

    def close(self):
        for queue in self.subscribers.values():
            queue.shutdown()


async def subscriber(name, queue, seconds):
    received = []
    try:
        while True:
            received.append(await queue.get())
            await asyncio.sleep(seconds)
    except asyncio.QueueShutDown:
        print(f"{name} 收到 {received}")


async def main():
    topic = Topic()
    async with asyncio.TaskGroup() as group:
        group.create_task(subscriber("快", topic.subscribe("快", 2), 0.1))
        group.create_task(subscriber("慢", topic.subscribe("慢", 2), 1.5))
        for n in range(6):
            topic.publish(f"消息{n}")
            await asyncio.sleep(0.5)
        topic.close()


asyncio.run(main())
