import re as _re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pattern):
    out, i, n = [], 0, len(pattern)
    while i < n:
        c = pattern[i]
        i += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            end = pattern.find("]", i + 2 if pattern[i:i + 1] == "!" else i + 1)
            if end < 0:
                out.append("\\[")
            else:
                inside = pattern[i:end].replace("\\", "\\\\")
                out.append("[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]")
                i = end + 1
        else:
            out.append(_re.escape(c))
    return "(?s:" + "".join(out) + ")\\Z"


def fnmatchcase(name, pat):
    return _re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    match = _re.compile(translate(pat)).match
    return [name for name in names if match(name)]
