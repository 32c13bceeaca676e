import asyncio
import base64
import hashlib
import binascii


async def digest(word: str, delay: float) -> tuple[str, str]:
    await asyncio.sleep(delay)
    return word, hashlib.sha256(word.encode()).hexdigest()


async def mine(prefix: str, difficulty: int):
    nonce = 0
    target = "0" * difficulty
    while True:
        h = hashlib.sha256(f"{prefix}{nonce}".encode("utf-8")).hexdigest()
        if h.startswith(target):
            return nonce, h
        nonce += 1
        if nonce % 50 == 0:
            await asyncio.sleep(0)


async def main():
    words = ["asyncio", "event loop", "协程", ""]
    for coro in asyncio.as_completed([digest(w, 0.3 - i * 0.05) for i, w in enumerate(words)]):
        word, h = await coro
        print(f"{word!r:>15} {h[:16]}…{h[-4:]}")
    m = hashlib.md5()
    for w in words:
        m.update(w.encode())
    print("md5 ", m.hexdigest())
    print("sha1", hashlib.sha1(b"hello world").hexdigest())
    print(hashlib.new("sha256", b"x").hexdigest()[:20], m.name, m.digest_size, m.block_size)
    print(await mine("block-1:", 2))
    token = base64.b64encode("user:p@ss wörd".encode())
    print(token, base64.b64decode(token).decode())
    print(base64.urlsafe_b64encode(bytes(range(250, 256))), binascii.hexlify(b"abc"))


asyncio.run(main())
