text = "  The quick brown Fox  "
print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), text.strip().lower(), text.strip().upper())
word = "banana"
print(word.count("an"), word.find("n"), word.rfind("n"), word.find("z"), word.index("a"), word.replace("a", "o", 2))
print("a,b,,c".split(","), " a  b ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "x\ny\r\nz".splitlines())
print("-".join(["a", "b"]), "k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="))
print("title case words".title(), "hELLO".capitalize(), "Swap".swapcase(), "ab".center(6, "*"), "7".zfill(3), "-7".zfill(4))
print("ab".ljust(4) + "|", "ab".rjust(4) + "|", "abc".startswith(("x", "a")), "abc".endswith("bc"), "abc".startswith("b", 1))
print("12".isdigit(), "ab".isalpha(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "ab".islower(), "Ab Cd".istitle(), "x_1".isidentifier())
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "a\tb".expandtabs(4), "abc".translate({97: "x", 98: None}))
print("ß".upper(), "ẞ".casefold(), "中文 text"[:2], len("中文"), ord("中"), chr(20013), "é".encode(), "abc" < "abd", "Z" < "a")
print("ab" * 3, "b" in "abc", "abc"[::-1], "abc"[-1], repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\tnl\n\\ \x00 \x7f é"))
