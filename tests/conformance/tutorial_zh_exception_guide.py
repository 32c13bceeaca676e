# exit: 1
# 异步异常处理指南
import asyncio
import sys
import traceback


class 业务异常(Exception):
    def __init__(self, 信息, *, 代码=1000):
        super().__init__(信息)
        self.代码 = 代码


async def 可能失败(编号):
    await asyncio.sleep(编号 * 0.1)
    if 编号 % 2:
        raise 业务异常(f"任务{编号}失败", 代码=1000 + 编号)
    return f"任务{编号}成功"


async def 示例一():
    print("== 1. try/except ==")
    try:
        await 可能失败(1)
    except 业务异常 as e:
        print(f"捕获：{e}，代码 {e.代码}")
    else:
        print("不会执行")
    finally:
        print("总会执行")


async def 示例二():
    print("== 2. gather ==")
    for 标志 in (True, False):
        try:
            结果 = await asyncio.gather(*map(可能失败, range(3)), return_exceptions=标志)
            print(结果)
        except 业务异常 as e:
            print("第一个异常：", repr(e))


async def 示例三():
    print("== 3. TaskGroup ==")
    try:
        async with asyncio.TaskGroup() as 组:
            任务 = [组.create_task(可能失败(i), name=f"任务-{i}") for i in (2, 1, 4)]
    except* 业务异常 as 组异常:
        print(len(组异常.exceptions), "个异常：", *组异常.exceptions)
    print([t.get_name() for t in 任务 if t.cancelled()])


async def 示例四():
    print("== 4. 超时与取消 ==")
    try:
        async with asyncio.timeout(0.25):
            await 可能失败(8)
    except TimeoutError:
        print("超时了", file=sys.stdout)
    t = asyncio.create_task(可能失败(4))
    await asyncio.sleep(0.1)
    t.cancel("不需要了")
    try:
        await t
    except asyncio.CancelledError as e:
        print("被取消：", e.args)


async def 示例五():
    print("== 5. 异常链 ==")
    try:
        try:
            int("十")
        except ValueError as e:
            raise 业务异常("解析失败") from e
    except 业务异常 as e:
        print(traceback.format_exc().splitlines()[-1], "|", e.__cause__)


async def main():
    for 示例 in (示例一, 示例二, 示例三, 示例四, 示例五):
        await 示例()
    await 可能失败(3)


asyncio.run(main())
