def split(s, comments=False, posix=True):
    words, word, quote, chars = [], None, '', iter(s)
    for c in chars:
        if quote:
            if c == quote:
                quote = ''
            elif c == '\\' and quote == '"':
                c = next(chars, '')
                word += c if c in '"\\' else '\\' + c
            else:
                word += c
        elif c in '\'"':
            quote, word = c, word or ''
        elif c == '\\':
            word = (word or '') + next(chars, '')
        elif c.isspace():
            if word is not None:
                words.append(word)
            word = None
        elif c == '#' and comments and word is None:
            for c in chars:
                if c == '\n':
                    break
        else:
            word = (word or '') + c
    if quote:
        raise ValueError('No closing quotation')
    return words if word is None else words + [word]


def quote(s):
    if s and all(c.isascii() and (c.isalnum() or c in '@%+=:,./-_') for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join(map(quote, split_command))
