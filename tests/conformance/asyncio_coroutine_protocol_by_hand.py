# What a task does with a coroutine, without a task.
class Pause:
    def __await__(self):
        answer = yield "paused"
        return answer


async def inner():
    print("answer", await Pause())
    try:
        await Pause()
    except ValueError as error:
        print("thrown in:", error)
    return "result"


async def outer():
    try:
        return await inner()
    finally:
        print("outer ends")


coro = outer()
print(coro.send(None), coro.send("hello"))
try:
    coro.throw(ValueError("boo"))
except StopIteration as stop:
    print(stop.value)
other = outer()
other.send(None)
other.close()
try:
    other.send(None)
except RuntimeError as error:
    print(error)
