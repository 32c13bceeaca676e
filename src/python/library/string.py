whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = '$'
    _letters = ascii_letters + '_'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # Pairs of what stands there and the name it means: None for text, '' for what is wrong.
        text, at, sign = self.template, 0, self.delimiter
        while True:
            place = text.find(sign, at)
            if place < 0:
                yield text[at:], None, at
                return
            yield text[at:place], None, at
            at = place + len(sign)
            if text.startswith(sign, at):
                yield sign, None, place
                at += len(sign)
                continue
            braced = text.startswith('{', at)
            end = start = at + braced
            while end < len(text) and text[end] in (self._letters if end == start else self._letters + digits):
                end += 1
            if end == start or braced and not text.startswith('}', end):
                yield sign, '', place
                continue
            at = end + braced
            yield text[place:at], text[start:end], place

    def _wrong(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        column = place - len(''.join(lines[:-1])) if lines else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines) or 1, column + (1 if lines else 0)))

    def substitute(self, mapping={}, /, **kws):
        result = []
        for text, name, place in self._parts():
            if name == '':
                self._wrong(place)
            result.append(text if name is None else str(kws[name] if name in kws else mapping[name]))
        return ''.join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        result = []
        for text, name, place in self._parts():
            if name and (name in kws or name in mapping):
                text = str(kws[name] if name in kws else mapping[name])
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        return all(name != '' for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
