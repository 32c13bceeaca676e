# How a length prefixed protocol works, over queues instead of sockets.
import asyncio
import json
import struct

HEADER = struct.Struct("!IB")


class Pipe:
    def __init__(self):
        self._buffer = bytearray()
        self._data = asyncio.Condition()
        self._eof = False

    async def write(self, data: bytes):
        async with self._data:
            self._buffer.extend(data)
            self._data.notify_all()

    async def close(self):
        async with self._data:
            self._eof = True
            self._data.notify_all()

    async def readexactly(self, n):
        async with self._data:
            await self._data.wait_for(lambda: len(self._buffer) >= n or self._eof)
            if len(self._buffer) < n:
                raise asyncio.IncompleteReadError(bytes(self._buffer), n)
            data = bytes(self._buffer[:n])
            del self._buffer[:n]
            return data


async def send(pipe, kind, obj):
    body = json.dumps(obj).encode()
    frame = HEADER.pack(len(body), kind) + body
    for i in range(0, len(frame), 4):
        await pipe.write(frame[i:i + 4])
        await asyncio.sleep(0.01)


async def receive(pipe):
    while True:
        try:
            length, kind = HEADER.unpack(await pipe.readexactly(HEADER.size))
        except asyncio.IncompleteReadError as e:
            if e.partial:
                print("truncated:", e, e.partial, e.expected)
            return
        yield kind, json.loads(await pipe.readexactly(length))


async def main():
    pipe = Pipe()

    async def client():
        await send(pipe, 1, {"hello": "wörld"})
        await send(pipe, 2, [1, 2, 3])
        await pipe.write(b"\x00\x00")
        await pipe.close()
    t = asyncio.create_task(client())
    async for kind, obj in receive(pipe):
        print(kind, obj, f"{asyncio.get_running_loop().time():.2f}")
    await t
    print(HEADER.size, struct.pack("<hhl", 1, -2, 3), struct.unpack(">d", struct.pack(">d", 1.5)), struct.calcsize("3s2x"))
    try:
        struct.unpack("!I", b"abc")
    except struct.error as e:
        print("struct.error:", e)
    print(f"{0xdeadbeef:_x} {int.from_bytes(b'\xde\xad', 'big'):#b}", bytes(range(5)).hex("-"), bytearray(b"ab").hex())


asyncio.run(main())
