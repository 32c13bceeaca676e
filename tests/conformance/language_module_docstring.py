"""What this program is for.

It has more than one line.
"""
import argparse

print(repr(__doc__))
parser = argparse.ArgumentParser(
    prog="tool", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, epilog="The last word.\n")
parser.print_help()


class Documented:
    """A class."""
    shown = __doc__


class Bare:
    shown = __doc__


print(Documented.shown, Bare.shown.splitlines()[0], Bare.__doc__)
__doc__ = "another"
print(__doc__)
