import re

print(re.I, re.IGNORECASE | re.MULTILINE, repr(re.X), re.S.name, re.A.value)
print(re.compile("a.b", re.S).search("a\nb"), re.compile("^x", re.M).findall("x\nyx\nx"))
print(re.compile(r"\w+", re.A).findall("naïve café"), re.compile(r"\w+").findall("naïve café"))
print(re.findall("straße", "STRASSE Straße STRAßE", re.I), re.findall("[а-я]+", "Привет, МИР", re.I))
print(re.compile("x", re.I | re.X), re.compile(rb"\d+").findall(b"a1b22"), re.sub(rb"b", b"-", b"abc"))
print(re.split(b",", b"1,2"), re.compile(b"x").pattern, re.search(rb"(?P<n>\w)", b"!q")["n"])
for pattern, text in (("a", b"a"), (b"a", "a")):
    try:
        re.search(pattern, text)
    except TypeError as error:
        print(error)
print(re.findall(r"你(.)", "你好你们"), re.search("界", "世界").span(), re.sub("(.)界", r"\1|", "世界!"))
print(re.split(r"(\W)", "a-b c"), re.split("x*", "axbc"), re.findall("x*", "axb"), re.sub("x*", "-", "abxd"))
pattern = re.compile("o")
print(pattern.findall("foo boo", 2), pattern.search("foo", 2, 3), pattern.match("foo", 1), pattern.split("foobar", 1))
print(re.compile("a") == re.compile("a"), len({re.compile("b"), re.compile("b")}), isinstance(pattern, re.Pattern))
