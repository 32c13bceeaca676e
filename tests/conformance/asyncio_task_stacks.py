import asyncio


class Text:
    written = ""

    def write(self, text):
        self.written += text


async def plain():
    return "plain"


async def inner():
    await asyncio.sleep(1)
    raise ValueError("deep")


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer(), name="stacked")
    print([frame.f_lineno for frame in task.get_stack()])
    await asyncio.sleep(0)
    for frame in task.get_stack():
        print(frame.f_code.co_name, frame.f_lineno)
    print(task.get_stack(limit=0))
    task.print_stack()
    await asyncio.sleep(2)
    print([frame.f_lineno for frame in task.get_stack() if frame.f_code.co_name in ("outer", "inner")])
    text = Text()
    task.print_stack(file=text)
    print(text.written.splitlines()[0], text.written.splitlines()[-1])
    done = asyncio.create_task(plain(), name="plain")
    await done
    done.print_stack()
    print(done.get_stack(), task.exception())


asyncio.run(main())
