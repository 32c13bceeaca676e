# exit: 7
import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
sys.stderr.write("also\n")
print(sys.version_info >= (3, 13), sys.version_info.major, sys.maxsize > 2**31, sys.argv[1:], sys.platform in ("linux", "emscripten"))
sys.exit(7)
