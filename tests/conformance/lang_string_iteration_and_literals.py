text = ("implicit "
        "joining")
multi = """first
second \
still second"""
raw = r"\n stays"
print(text, multi, raw, "\x41\u4e2d\U0001F600\101", sep="\n")
print([c for c in "añ中"], "a" "b", 'it''s', len("\\"))
total = (1 +
         2 +
         3)
print(total, 1_000, 0xff, 1e3, 1.5e-3, .5, 5.)
