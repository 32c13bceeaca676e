import io

buffer = io.StringIO()
print("one", 2, sep="-", file=buffer)
buffer.write("three\nfour")
print(repr(buffer.getvalue()), buffer.tell())
buffer.seek(0)
print(repr(buffer.readline()), buffer.read(3), [line.strip() for line in buffer], buffer.read() == "")
buffer.seek(4)
buffer.write("ZZ")
print(repr(buffer.getvalue()), buffer.truncate(6), repr(buffer.getvalue()))
with io.StringIO("a\nb\n\nc") as lines:
    print(lines.readlines(), lines.closed)
print(lines.closed)
try:
    lines.read()
except ValueError as error:
    print(error)
raw = io.BytesIO(b"\x00\x01rest")
print(raw.read(2), raw.read(), raw.getvalue(), raw.seek(0, 2), raw.tell())
for stream, value in ((io.StringIO(), b"x"), (io.BytesIO(), "x")):
    try:
        stream.write(value)
    except TypeError as error:
        print(error)
rows = [["name", "qty"], ["tea", "2"]]
out = io.StringIO()
for row in rows:
    out.write(",".join(row) + "\n")
out.writelines(["x\n", "y\n"])
print(out.getvalue().count("\n"), out.getvalue().split("\n"))
