import textwrap

text = "Python's asyncio lets a single thread look after many waiting things at once; nothing runs in parallel, yet nothing stands idle. State-of-the-art!"
for width in (20, 33, 60):
    print(f"-- {width}")
    print(textwrap.fill(text, width))
print(textwrap.wrap("a verylongwordthatdoesnotfit b", 10), textwrap.wrap("", 10), textwrap.wrap("one  two", 80))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), "|", textwrap.shorten(text, 30, placeholder="..."), "|", textwrap.shorten("tiny", 10))


def block():
    return """
        first
          second, deeper

        third
    """


print(repr(textwrap.dedent(block())))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "+ ", lambda line: True), sep="")
wrapper = textwrap.TextWrapper(width=24, break_long_words=False, max_lines=2)
print(wrapper.wrap(text))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
