import asyncio
import json
import uuid
from contextlib import asynccontextmanager
from typing import Any


class ConnectionClosed(Exception):
    def __init__(self, code=1000, reason=""):
        super().__init__(f"code = {code}, reason = {reason or '(none)'}")
        self.code = code


class WebSocket:
    def __init__(self, inbox, outbox):
        self._in, self._out = inbox, outbox
        self.closed = False

    async def send(self, data: Any):
        if self.closed:
            raise ConnectionClosed(1006)
        await self._out.put(json.dumps(data))

    async def recv(self):
        raw = await self._in.get()
        if raw is None:
            self.closed = True
            raise ConnectionClosed()
        return json.loads(raw)

    async def close(self):
        if not self.closed:
            self.closed = True
            await self._out.put(None)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.recv()
        except ConnectionClosed:
            raise StopAsyncIteration from None


def pair():
    a, b = asyncio.Queue(), asyncio.Queue()
    return WebSocket(a, b), WebSocket(b, a)


clients: set[WebSocket] = set()


async def server(ws):
    clients.add(ws)
    try:
        async for msg in ws:
            match msg:
                case {"type": "echo", "text": text}:
                    await ws.send({"type": "echo", "text": text[::-1]})
                case {"type": "broadcast", **rest}:
                    await asyncio.gather(*(c.send({"type": "news", **rest}) for c in clients if c is not ws))
                case {"type": t}:
                    await ws.send({"error": f"unknown type {t}"})
                case _:
                    await ws.send({"error": "bad message"})
    finally:
        clients.discard(ws)
        print("server: client gone,", len(clients), "left")


@asynccontextmanager
async def connect():
    client, remote = pair()
    task = asyncio.create_task(server(remote))
    try:
        yield client
    finally:
        await client.close()
        await task


async def main():
    async with connect() as a, connect() as b:
        await a.send({"type": "echo", "text": "abc"})
        print("a:", await a.recv())
        await a.send({"type": "broadcast", "text": "hi", "n": 1})
        print("b:", await asyncio.wait_for(b.recv(), 1))
        await b.send({"type": "dance"})
        await b.send([1, 2])
        print("b:", await b.recv(), await b.recv())
    try:
        await a.send("late")
    except ConnectionClosed as e:
        print("closed:", e, e.code)
    print(clients, uuid.UUID("12345678123456781234567812345678"), uuid.uuid4().version)


asyncio.run(main())
