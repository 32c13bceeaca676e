import weakref, gc, sys
class A:
    def __init__(self, n): self.n = n
    def hi(self): return f"hi {self.n}"
    def __repr__(self): return f"A({self.n})"
a = A(1)
r = weakref.ref(a, lambda ref: print("callback", ref() is None))
print(r().hi())
m = weakref.WeakMethod(a.hi)
print(m()())
p = weakref.proxy(a)
print(p.n, p.hi())
d = weakref.WeakKeyDictionary()
d[a] = "data"
print(len(d), d[a], list(d.values()), a in d)
s = weakref.WeakSet([a])
print(a in s, len(s))
f = weakref.finalize(a, lambda x: print("finalized", x), 42)
del a
print(len(d), len(s), m(), f.alive)
try:
    p.n
except ReferenceError as e:
    print(e)
for x in (5, "s", [1], (1,), None):
    try:
        weakref.ref(x)
    except TypeError as e:
        print(e)
class Node:
    def __init__(self, v):
        self.v = v; self.children = []; self._p = None
    @property
    def parent(self): return self._p() if self._p else None
    @parent.setter
    def parent(self, n): self._p = weakref.ref(n)
n = Node(1); c = Node(2); c.parent = n; n.children.append(c)
print(c.parent.v)
del n
print(c.parent, gc.collect() >= 0)
cache = weakref.WeakValueDictionary()
def get(k):
    v = cache.get(k)
    if v is None:
        v = cache[k] = A(k); print("made", k)
    return v
x = get(5); y = get(5); print(x is y, len(cache), dict(cache))
del x, y
print(len(cache), list(cache.items()))
z = A(9)
fz = weakref.finalize(z, print, "at exit")
