import asyncio


class Retryable(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


async def request(code):
    await asyncio.sleep(code / 1000)
    if code >= 500:
        raise Retryable(code)
    if code >= 400:
        raise PermissionError(f"forbidden {code}")
    return code


async def batch(codes):
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(request(code), name=str(code)) for code in codes]
    return [task.result() for task in tasks]


async def main():
    print(await batch([200, 201]))
    for codes in ([503, 200], [404, 404], [503, 503, 404]):
        try:
            await batch(codes)
        except* Retryable as group:
            print("retry", [error.code for error in group.exceptions], len(group.exceptions))
        except* PermissionError as group:
            print("denied", group.exceptions)
    inner = ExceptionGroup("inner", [ValueError(1), TypeError("t")])
    outer = ExceptionGroup("outer", [inner, KeyError("k")])
    match, rest = outer.split(ValueError)
    print(repr(match), "|", repr(rest))
    print(outer.subgroup(lambda e: isinstance(e, KeyError)))
    try:
        raise outer
    except* (ValueError, KeyError) as caught:
        print("caught", caught.message, [type(e).__name__ for e in caught.exceptions])
    except* TypeError as caught:
        print("types", caught)
    try:
        ExceptionGroup("empty", [])
    except ValueError as error:
        print(error)


asyncio.run(main())
