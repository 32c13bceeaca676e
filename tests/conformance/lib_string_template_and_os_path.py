import os
import string
from string import Template

letter = Template("Dear $name, you owe ${amount}$$ since $date_.")
print(letter.substitute(name="Ann", amount=5, date_="May"))
print(letter.safe_substitute(name="Bob"))
for bad in (lambda: letter.substitute(name="x"), lambda: Template("cost: $ 5").substitute()):
    try:
        bad()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(string.ascii_lowercase[:5], string.digits, string.hexdigits, len(string.punctuation), string.capwords("the  quick fox"))
print(os.path.join("a", "b/", "c.txt"), os.path.join("a", "/b"), os.path.basename("/x/y.tar.gz"), os.path.dirname("/x/y"), os.path.splitext("y.tar.gz"))
print(os.path.split("/usr/lib/x"), os.path.isabs("/a"), os.path.normpath("a/../b/./c//d"), os.sep, repr(os.linesep), os.name)
print(os.environ.get("NO_SUCH_THING", "default"), os.getenv("NO_SUCH_THING"), os.path.exists("/no/such/file"), isinstance(os.getpid(), int))
os.environ["MODE"] = "test"
print(os.environ["MODE"], "MODE" in os.environ, os.getenv("MODE"))
from os.path import basename, join

print(basename(join("logs", "app.log")))
