import re

messy = "  Dr.   Ann-Marie O'Neil ,age:42;  e-mail: ANN@Example.COM  "
print(re.sub(r"\s+", " ", messy).strip())
print(re.split(r"\s*[,;]\s*", messy.strip()))
print(re.findall(r"[A-Z][\w'-]*", messy))


def camel_to_snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def snake_to_camel(name):
    return re.sub(r"_([a-z])", lambda m: m.group(1).upper(), name)


print(camel_to_snake("getHTTPResponse"), camel_to_snake("MyClassName"), snake_to_camel("my_class_name"))
phone = re.compile(r"\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})")
for text in ["(555) 123-4567", "555.123.4567", "5551234567", "12-34"]:
    found = phone.fullmatch(text)
    print(text, "->", "-".join(found.groups()) if found else None)
print(re.sub(r"(\d+)", lambda m: str(int(m[0]) * 2), "3 apples and 12 pears"))
print(re.sub(r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})", r"\g<y>-\g<m>-\g<d>", "due 05/03/2024 or 17/11/2025"))
print(re.subn("[aeiou]", "*", "regular expressions", count=4))
print(re.sub(r"\b(\w+)( \1\b)+", r"\1", "the the cat sat on on on the mat"))
masked = re.sub(r"(?<=.{2}).(?=.*@)", "x", "someone@mail.org")
print(masked, re.escape("price: $5.00 (approx)"))
print(re.match(r"^\s*$", " \t"), re.fullmatch(r"[01]+", "0110").group())
