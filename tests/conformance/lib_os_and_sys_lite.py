import os
import sys

print(isinstance(os.getpid(), int), isinstance(os.cpu_count(), int), sys.getrecursionlimit(), sys.exc_info() == (None, None, None))
print(sys.version_info[:2], f"{sys.version_info.major}.{sys.version_info.minor}", sys.maxsize)
sys.setrecursionlimit(200)


def dive(n):
    return dive(n + 1)


try:
    dive(0)
except RecursionError as error:
    print(error, type(sys.exc_info()[1]).__name__)
