# A toy framing protocol: length-prefixed messages cut out of a growing buffer.
def frame(payload):
    return bytes([len(payload)]) + payload


def frames(buffer):
    while buffer:
        size = buffer[0]
        if len(buffer) < size + 1:
            return
        yield bytes(buffer[1:size + 1])
        del buffer[:size + 1]


buffer = bytearray()
stream = frame(b"hello") + frame(b"") + frame(b"world!")
for place in range(0, len(stream), 4):
    buffer.extend(stream[place:place + 4])
    for message in frames(buffer):
        print(place, message, len(buffer))
print(buffer, bytearray(3), bytearray("né", "utf-8"), bytearray([1, 2, 255]))
data = bytearray(b"abcabc")
data[1:3] = b"XY!"
data.insert(0, 0x2d)
print(data, data.pop(), data.find(b"Y"), data.upper(), data.decode(), data.count(b"a"), b"XY" in data, 33 in data)
data += b"zz"
data.reverse()
print(data.hex(), data == bytearray(data), data + b"1", b"1" + data, data.split(b"!"), sum(data[:2]))
for broken in (lambda: data.append(256), lambda: bytearray("text"), lambda: data[100], lambda: {data: 1}):
    try:
        broken()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
view = memoryview(data)
view[0] = 65
print(data[:2], view[1:4].tobytes(), len(view), view.tolist()[:2], bytes(view[-2:]))
