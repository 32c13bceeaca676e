from re import *
from re import A, I, L, M, S, U, X, VERBOSE, Match


def show(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, e, getattr(e,'pos',None), getattr(e,'lineno',None), getattr(e,'colno',None))
        return
    if isinstance(r, Match):
        print(r, r.groups(), r.groupdict(), r.lastindex, r.lastgroup, r.regs, r.span(), r.pos, r.endpos)
    else:
        print(repr(r))

show(sub, r'(\w+)@(\w+)', r'\2 at \1', 'me@home you@work')
show(sub, r'(?P<a>\w)', r'\g<a>\g<1>\\n\n\101\0\x', 'ab')
show(sub, r'(?P<a>\w)', r'\g<a>\g<1>\\n\n\101\0', 'ab')
show(sub, r'(a)|b', r'[\1]', 'ab')
for bad in [r'\g', r'\g<', r'\g<>', r'\g<a', r'\g<1', r'\g<zz>', r'\2', r'\g<5>', r'\q', r'\400', '\\', r'\g<-1>']:
    show(sub, 'a', bad, 'a')
show(sub, 'a', lambda m: m.group().upper(), 'banana', count=2)
show(sub, 'a', lambda m: None, 'banana')
show(sub, 'a', lambda m: 5, 'banana')
show(split, r'[,;\s]+', 'a, b;c  d', maxsplit=2)
show(split, '(-)|x', 'a-bxc')
show(split, r'\b', 'hello world')
show(findall, r'(\w)=(\d)', 'x=1 y=2')
show(findall, rb'\d+', b'1 22')
show(sub, rb'\d', b'<\\g<0>>', b'1 22')
show(search, rb'\w+', b'\xe9ab')
show(search, rb'a', 'a')
show(search, 'a', b'a')
show(search, 'a', 5)
show(compile, 5)
show(compile, compile('a'), 2)
show(compile('a').search, 'aXaX', 1)
show(compile('^a').search, 'aaa', 1)
show(compile('a$').search, 'aab', 0, 2)
show(compile('a').match, 'ba', 1, 2)
show(compile('a').match, 'ba', -5, 2)
show(escape, 'a.b*c [x] \n #~é')
m = search(r'(?P<k>\w+)=(?P<v>\w+)?', 'key= x')
show(m.group, 'k', 'v', 0)
show(m.group, 3)
show(m.group, 'zz')
show(m.groups, 'none')
show(m.groupdict, default='d')
show(m.start, 'v'); show(m.end, 1); show(m.span, 'k'); show(m.span, 9)
show(m.expand, r'\1-\g<k>')
print(m.re, m.string, [x.group() for x in finditer(r'\w', 'a b')])
print(I, I|M, repr(I), I.value, VERBOSE.name, bool(I & M), I | 8)
print(compile('a', I|M|X), compile('a', A), compile(b'a', I))
show(compile, 'a', L); show(compile, b'a', U); show(compile, 'a', A|U)
show(match, '(a', 'b'); show(search)
print(compile('a') is compile('a'), compile('a') == compile('a'))
print(type(finditer('a','b')).__name__, list(finditer('a','ba')))
