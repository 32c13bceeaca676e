import re
import textwrap

SOURCE = """\
# Event loops

An *event loop* runs **tasks** one step at a time, see [the docs](https://docs.python.org).

- `await` gives way
- a `Task` is *scheduled*

## Notes
1. order matters
2. nothing is `parallel`
"""


def inline(text):
    text = re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r"\1 <\2>", text)
    text = re.sub(r"\*\*(.+?)\*\*", lambda m: m.group(1).upper(), text)
    return re.sub(r"[*`](.+?)[*`]", r"\1", text)


def convert(source):
    for line in source.splitlines():
        if heading := re.match(r"(#+)\s+(.*)", line):
            level, title = len(heading[1]), inline(heading[2])
            yield title
            yield ("=" if level == 1 else "-") * len(title)
        elif item := re.match(r"(\d+\.|-)\s+(.*)", line):
            mark = "•" if item[1] == "-" else item[1]
            yield textwrap.indent(f"{mark} {inline(item[2])}", "  ")
        else:
            yield from textwrap.wrap(inline(line), 44) or [""]


print("\n".join(convert(SOURCE)))
print(re.findall(r"^#+ (.+)$", SOURCE, re.M), len(re.findall(r"`[^`]+`", SOURCE)))
