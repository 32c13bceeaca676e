import re as _re
from collections import namedtuple as _namedtuple

_SAFE = set(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def quote(string, safe='/', encoding=None, errors=None):
    data = string if isinstance(string, (bytes, bytearray)) else str.encode(string, encoding or 'utf-8')
    safe = _SAFE | set(safe.encode() if isinstance(safe, str) else safe)
    return ''.join(chr(b) if b in safe else f'%{b:02X}' for b in data)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe if isinstance(safe, bytes) else safe + ' ').replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    def decoded(m):
        return bytes.fromhex(m.group().replace('%', '')).decode(encoding, errors)
    return _re.sub(r'(?:%[0-9a-fA-F]{2})+', decoded, string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    def text(value):
        return quote_via(value if isinstance(value, bytes) else str(value), safe)
    pairs = []
    for key, value in query.items() if hasattr(query, 'items') else query:
        for one in value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__iter__') else [value]:
            pairs.append(text(key) + '=' + text(one))
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, **kwargs):
    pairs = []
    for item in qs.split('&') if qs else ():
        name, equals, value = item.partition('=')
        if equals and value or keep_blank_values and item:
            pairs.append((unquote_plus(name), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, **kwargs):
    made = {}
    for name, value in parse_qsl(qs, keep_blank_values):
        made.setdefault(name, []).append(value)
    return made


class _Place:
    @property
    def _host(self):
        return self.netloc.rpartition('@')[2]

    @property
    def hostname(self):
        host = self._host
        host = host[1:host.find(']')] if host.startswith('[') else host.partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        text = self._host.rpartition(']')[2].partition(':')[2]
        if not text:
            return None
        if not text.isdigit():
            raise ValueError(f'Port could not be cast to integer value as {text!r}')
        if int(text) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(text)

    username = property(lambda self: self._user(0))
    password = property(lambda self: self._user(1))

    def _user(self, index):
        user, at, _ = self.netloc.rpartition('@')
        name, colon, password = user.partition(':')
        return (name if at else None, password if colon else None)[index]

    def geturl(self):
        return urlunparse(self) if len(self) == 6 else urlunsplit(self)


class SplitResult(_Place, _namedtuple('SplitResult', 'scheme netloc path query fragment')):
    pass


class ParseResult(_Place, _namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    pass


def urlsplit(url, scheme='', allow_fragments=True):
    url = url.strip()
    m = _re.match(r'([a-zA-Z][a-zA-Z0-9+.-]*):', url)
    if m:
        scheme, url = m.group(1).lower(), url[m.end():]
    netloc = query = fragment = ''
    if url.startswith('//'):
        end = min((i for i in map(url[2:].find, '/?#') if i >= 0), default=len(url) - 2) + 2
        netloc, url = url[2:end], url[end:]
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    head, slash, last = path.rpartition('/')
    last, _, params = last.partition(';')
    return ParseResult(scheme, netloc, head + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc:
        url = '//' + netloc + ('/' if url and not url.startswith('/') else '') + url
    return (scheme + ':' if scheme else '') + url + ('?' + query if query else '') + ('#' + fragment if fragment else '')


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = parts
    return urlunsplit((scheme, netloc, f'{url};{params}' if params else url, query, fragment))


def urldefrag(url):
    parts = urlsplit(url)
    return urlunsplit(parts._replace(fragment='')), parts.fragment


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    b, u = urlparse(base), urlparse(url, urlsplit(base).scheme)
    if u.scheme != b.scheme or u.scheme not in ('http', 'https', 'ftp', 'file', 'ws', 'wss', ''):
        return url
    if u.netloc:
        return urlunparse(u)
    u = u._replace(netloc=b.netloc)
    if not u.path and not u.params:
        return urlunparse(u._replace(path=b.path, params=b.params, query=u.query or b.query))
    old = b.path.split('/')
    parts = u.path.split('/') if u.path.startswith('/') else [*filter(None, old[:1]), *(old[:1] if not old[0] else []), *filter(None, old[1:-1]), *u.path.split('/')]
    out = []
    for part in parts:
        if part == '..':
            if len(out) > 1:
                out.pop()
        elif part != '.':
            out.append(part)
    if parts[-1] in ('.', '..'):
        out.append('')
    return urlunparse(u._replace(path='/'.join(out) or '/'))
