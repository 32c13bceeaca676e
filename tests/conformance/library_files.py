# exit: 1
import asyncio, json, os, tempfile, csv, logging, sys
from pathlib import Path


async def write_log(path, n):
    for i in range(n):
        with open(path, "a", encoding="utf-8") as f:
            f.write(f"line {i} é\n")
        await asyncio.sleep(0.1)


async def main():
    with tempfile.TemporaryDirectory() as d:
        p = os.path.join(d, "log.txt")
        await write_log(p, 3)
        with open(p) as f:
            print(f.readline().strip(), f.read().count("\n"), f.closed)
        print(f.closed, os.path.getsize(p), os.path.exists(p), os.listdir(d))
        with open(p) as f:
            for no, line in enumerate(f, 1):
                print(no, line, end="")
        data = Path(d) / "sub" / "data.json"
        data.parent.mkdir(parents=True, exist_ok=True)
        data.write_text(json.dumps({"a": [1, 2]}))
        print(json.loads(data.read_text()), data.name, data.suffix, data.stem, data.relative_to(d), data.exists())
        with data.open("w") as f:
            json.dump({"x": 1}, f, indent=2)
        print(data.read_text(), data.stat().st_size)
        with open(Path(d) / "t.csv", "w", newline="") as f:
            w = csv.writer(f)
            w.writerows([["a", "b"], [1, "x,y"]])
        print(repr((Path(d) / "t.csv").read_bytes()))
        with open(Path(d) / "t.csv", newline="") as f:
            print(list(csv.DictReader(f)))
        print(sorted(x.name for x in Path(d).iterdir()), sorted(x.name for x in Path(d).rglob("*.json")))
        h = logging.FileHandler(os.path.join(d, "app.log"))
        log = logging.getLogger("f")
        log.addHandler(h)
        log.warning("written %s", 1)
        h.close()
        print(Path(d, "app.log").read_text())
        with open(os.path.join(d, "b.bin"), "wb") as f:
            f.write(b"\x00\x01")
            print(f.tell(), f.writable(), f.readable())
        for bad in (lambda: open(os.path.join(d, "none")), lambda: open(d), lambda: open(p, "x"), lambda: open(p, "q"), lambda: open(p).write("x"),
                    lambda: open(os.path.join(d, "no", "x"), "w"), lambda: os.mkdir(d), lambda: Path(d).rmdir(), lambda: Path("zz").unlink(), lambda: open(5.5), lambda: f.read(), lambda: open(p, "w").write(3)):
            try:
                bad()
            except (OSError, ValueError, TypeError) as e:
                print(type(e).__name__, str(e).replace(d, "D"))
        print(Path("a/b.tar.gz").suffixes, Path("a") / "b" / "../c", Path("/x/y").parts, Path("a/b").parent, repr(Path("a/b")), Path("x.txt").with_suffix(".md"), Path("a") < Path("b"), Path("/a/b").parents[0], Path("."), os.path.splitext("a/b.c"))
    print(os.path.exists(d), Path("nope.txt").exists())
    try:
        with open("missing.txt") as f:
            pass
    except FileNotFoundError as e:
        print(e, e.filename, e.errno, e.strerror, file=sys.stderr)
    open("missing.txt")


asyncio.run(main())
