import inspect, sys, functools
def f(a, /, b: int, c=3, *args, d, e: str = "x", **kw) -> float:
    """Doc.

        indented
    """
    return 1
print(inspect.signature(f)); print(repr(inspect.signature(f)))
for n, p in inspect.signature(f).parameters.items(): print(n, p, p.kind, p.default, p.annotation, p.kind.name, p.kind.description)
class K:
    def __init__(self, x, y=2): pass
    def m(self, q): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(z): pass
    async def co(self): pass
for x in (K, K.m, K(1).m, K.c, K.s, lambda: 0, lambda x, *, y=1: 0): print(inspect.signature(x))
b = inspect.signature(f).bind(1, 2, d=5, z=6); print(b, b.args, b.kwargs); b.apply_defaults(); print(b.arguments)
for bad in ((), (1,), (1,2)):
    try: print(inspect.signature(f).bind(*bad))
    except TypeError as e: print(e)
print(inspect.getdoc(f)); print(inspect.getsource(K.m)); print(inspect.getsource(f))
print(inspect.iscoroutinefunction(K.co), inspect.iscoroutinefunction(functools.partial(K().co if 0 else K.co, 1)), inspect.isclass(K), inspect.ismethod(K(1).m), inspect.isbuiltin(len), inspect.ismodule(sys))
def who(): return inspect.currentframe().f_code.co_name, inspect.currentframe().f_back.f_code.co_name, sys._getframe(1).f_lineno, inspect.stack()[1].function
def caller():
    return who()
print(caller())
print([n for n, m in inspect.getmembers(K, inspect.isfunction)])
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_name, f.__code__.co_firstlineno)
async def ag(): yield 1
g = ag(); print(inspect.isasyncgen(g), inspect.isasyncgenfunction(ag))
@functools.wraps(f)
def w(*a, **k): return f(*a, **k)
print(inspect.signature(w), inspect.unwrap(w) is f)
