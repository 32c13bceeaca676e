# seed: 21
# 猜数字:几个玩家轮流猜,主持人用 Future 告诉结果
import asyncio
import random


class Host:
    def __init__(self, low, high):
        self.secret = random.randint(low, high)
        self.winner = asyncio.get_running_loop().create_future()

    def guess(self, player, number):
        if self.winner.done():
            return "结束"
        if number == self.secret:
            self.winner.set_result((player, number))
            return "猜中"
        return "大了" if number > self.secret else "小了"


async def player(name, host, low, high, pause):
    while True:
        await asyncio.sleep(pause)
        number = random.randint(low, high)
        answer = host.guess(name, number)
        print(f"{name} 猜 {number}: {answer}")
        if answer == "大了":
            high = number - 1
        elif answer == "小了":
            low = number + 1
        else:
            return


async def main():
    host = Host(1, 50)
    players = [asyncio.create_task(player(name, host, 1, 50, pause)) for name, pause in [("小明", 1), ("小红", 1.2)]]
    winner, number = await host.winner
    print(f"{winner} 赢了,答案是 {number}")
    await asyncio.gather(*players)


asyncio.run(main())
