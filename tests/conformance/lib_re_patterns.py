import re
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

PATS = r'''a|b
(a|ab)(c|bcd)(d*)
(a+)+b
(?:a|b)*?c
(a)?(b)?(c)
(a)|b
(?P<x>\w)(?P=x)
(\w)\1+
^\s*$
\bfoo\b
\Bo
(?i)FOO
(?i:F)oo
(?s).*
(?m)^\w+$
(?x) a b # comment
a{2,3}
a{2}
a{,2}b
a{2,}?
a{x}
a{
[a-c]+
[^a-c]+
[]a]+
[^]a]+
[a\]b]
[\w.-]+
[\d\s]+
\d+(?=px)
\d+(?!px)
(?<=\$)\d+
(?<!\$)\b\d+
(?<=ab|cd)e
(?<=a+)b
(a)(?(1)b|c)
(?(1)a|b)(c)
(?P<n>a)?(?(n)b|c)
(?>a+)ab
a++a
a*+b
(?:ab)++
(?:ab){2,3}+c
x*
(x*)*
(x*)+y
(?:x?)*?y
(a*)*b
((a)|b)*
(?:(a)|(b))+
(a|b)*?c
\x41\u0042\t
\101
\08
[\b]
(?#comment)a
(
)
a)
(?P<1a>x)
(?P<a>x)(?P<a>y)
(?P=zz)
(?P<a
(?P<>a)
(?<a>x)
(?Pz)
(?z)
(?i
(?-i)
(?i-i:a)
(?i-:a)
(?au)a
*a
a**
a*?*
(?:*)
^*
[a
[z-a]
[\d-z]
\
\q
[\q]
\1
(\1)
(a)\2
a{3,2}
a(?i)b
(?:a(?i)b)
\Z
.\Z
a$
(?m)a$
é+
[à-ü]+
(?i)É
(?a)\w+
(?i)[a-z]+
(?i)straße
([a-z]+)@([a-z]+)\.com
(\d{3})-(\d{4})
(?P<year>\d{4})-(?P<month>\d\d)
"([^"\\]|\\.)*"
(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}
^(?=.*\d)(?=.*[a-z]).{4,8}$
(a(b)?)+
(?:(a)|b)*
(.)(.)(.)\3\2\1
\u12
\x1
\U00110000
[\x1]
(?P<name>a)(?(nam)b)
(?(0)a)
(?(2)a)
(?(1)a|b|c)(x)
(?<=(a))b\1
(?<=(a)\1)b
(?!)
(?=)
()
|
||a
(|a)*
(?:|a)+
(?:a|)*b
a{0}b
(a{0,5}){2}
(?:a{1,2}){2}
(?:(?:a{1,2}){2}b?)+
(a??)(a*)
(?:a??)*?$
a.*?b.*c
.*b
.*?b
(.*)(\d+)
(.*?)(\d+)$
<[^>]+>
<(\w+)>.*?</\1>


[a-]
[-a]
[a-\d]
\d{1,3}(?:,\d{3})*
(\w+)\s\1
(?:\s|^)\w
\W+
\D+
\S+
(?i)k
(?i)ſ
(?i)[^a]
\
(?x) [a b] \  c # x'''.split('\n')
TEXTS = ['', 'a', 'b', 'ab', 'abcd', 'aaaab', 'foo bar', 'FOO', 'one\ntwo\n', 'abab ababc', '12px 34em $56', 'abe cde', 'ééàü É', 'me@home.com 555-1234', '2024-05',
 '"a\\"b" x', '192.168.1.1', 'abcba', '<b>x</b><i>', 'x1y22', 'aaa', 'xxy', 'K k \u212a s \u017f', 'hello hello world', '1,234,567', 'A\x42B\t\x08']
for p in PATS:
    try:
        c = compile(p)
    except Exception as e:
        print(p, type(e).__name__, e, getattr(e, "pos", None))
        continue
    print(c, c.groups, [(m.span(), m.groups()) for t in TEXTS for m in c.finditer(t)][:6], [c.fullmatch(t) is not None for t in TEXTS].index(True) if any(c.fullmatch(t) for t in TEXTS) else None)
