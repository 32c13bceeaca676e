# exit: 1
import asyncio
import sys


async def main():
    try:
        sys.exit("a message on stderr")
    finally:
        print("finally")


async def callback_exits():
    asyncio.get_running_loop().call_later(1, sys.exit, 5)
    try:
        await asyncio.sleep(3)
    finally:
        print("main is told to stop")


try:
    asyncio.run(callback_exits())
except SystemExit as error:
    print("code", error.code)
asyncio.run(main())
