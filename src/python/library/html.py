import re as _re

_NAMES = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'mdash': '—', 'ndash': '–', 'hellip': '…', 'euro': '€'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _character(m):
    name = m.group(1)
    if name.startswith('#'):
        return chr(int(name[2:], 16) if name[1] in 'xX' else int(name[1:]))
    return _NAMES.get(name, m.group())


def unescape(s):
    return _re.sub(r'&(#\d+|#[xX][0-9a-fA-F]+|\w+);', _character, s)
