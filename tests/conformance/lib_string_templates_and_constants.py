import string
from string import Template, ascii_letters, capwords, digits

letter = Template("Dear $name,\nyou owe us $$${amount} since ${day}th.")
print(letter.substitute(name="Bo", amount=12.5, day=4))
print(letter.safe_substitute(name="Al"), letter.template[:4])
for text, values in [("$a $b", {"a": 1}), ("$", {}), ("ok $5", {}), ("${open", {})]:
    try:
        print(Template(text).substitute(values))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(Template("$x-$y").substitute({"x": 1}, y=2), Template("no names").substitute(), Template("$a$b").is_valid(), Template("$a ${b} $a").get_identifiers())
print(capwords("the  quick fox"), capwords("a-b-c", "-"), digits, len(ascii_letters), string.hexdigits, string.octdigits, repr(string.printable[-6:]))


def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift])
    return text.translate(table)


secret = caesar("Attack at Dawn!", 3)
print(secret, caesar(secret, -3))
print("".join(c for c in "H3ll0, w0rld!" if c not in string.punctuation + string.digits))
print("strong" if all(any(c in kind for c in "Passw0rd!") for kind in (string.ascii_uppercase, string.digits, string.punctuation)) else "weak")
print(string.Formatter().format("{0}-{name:>4}", "a", name="b"))
print("{:<8}|{:^8}|{:>8}|{:08.3f}|{:+d}|{:,}|{:.1%}|{:e}|{!r}".format("l", "c", "r", 3.14159, 5, 1234567, 0.256, 12345.678, "q"))
width, value = 10, 2.5
print(f"{value:{width}.2f}|{value!s:>{width}}|{width=}|{value * 2 = :.1f}|{'nested ' + f'{width}'}|{{}}")
print("%-10s|%5.1f|%03d|%x|%o|%e|%%|%r|%c" % ("left", 3.14159, 7, 255, 8, 1500.0, "it's", "z"), "%(a)s %(b)d" % {"a": 1, "b": 2})
print("abc".center(9, "*"), "a,b,,c".split(","), " x y ".split(), "k=v=w".partition("="), "path/to/file".rpartition("/"), "x".join("abc"), "Hello"[::-1], "tic\ttac".expandtabs(4))
print("straße".upper(), "ÀÉ".lower(), "ß".casefold(), "hello world".title(), "they're".title(), "Swap".swapcase(), "7".zfill(3), "-7".zfill(4), "aXbX".replace("X", "-", 1), "abcabc".rfind("b"), "ab".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace())
