z = complex(1, 2)
print(z * 2j, abs(3 + 4j), z.real, z.imag, z.conjugate(), z == 1 + 2j, 3j, -1j, complex(0, -0.0))
buffer = bytearray(b"abc")
buffer[0] = 65
buffer.append(33)
buffer += b"?"
print(buffer, bytes(buffer), buffer == b"Abc!?", buffer[1:3], len(buffer))
view = memoryview(bytes(range(6)))
print(view[2], bytes(view[1:4]), len(view))
