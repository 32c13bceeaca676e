import _native
from _native import MethodType, GenericAlias

FunctionType = LambdaType = type(lambda: None)
CodeType = _native.CodeType
CellType = _native.CellType
FrameType = _native.FrameType
TracebackType = _native.TracebackType
ModuleType = type(_native)
BuiltinFunctionType = BuiltinMethodType = type(len)
GeneratorType = type((lambda: (yield))())
AsyncGeneratorType = _native.AsyncGeneratorType
CoroutineType = _native.CoroutineType
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
UnionType = type(int | str)


class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **changes):
        return type(self)(self.__dict__, **changes)


class MappingProxyType:
    __slots__ = ('_m',)
    __hash__ = None

    def __init__(self, mapping):
        object.__setattr__(self, '_m', mapping)

    def __getitem__(self, key):
        return self._m[key]

    def __len__(self):
        return len(self._m)

    def __iter__(self):
        return iter(self._m)

    def __reversed__(self):
        return reversed(self._m)

    def __contains__(self, key):
        return key in self._m

    def __eq__(self, other):
        return self._m == (other._m if isinstance(other, MappingProxyType) else other)

    def __or__(self, other):
        return self._m | (other._m if isinstance(other, MappingProxyType) else other)

    def __repr__(self):
        return f'mappingproxy({self._m!r})'

    def __str__(self):
        return str(self._m)

    def keys(self):
        return self._m.keys()

    def values(self):
        return self._m.values()

    def items(self):
        return self._m.items()

    def get(self, key, default=None):
        return self._m.get(key, default)

    def copy(self):
        return self._m.copy()


for _cls, _name in (SimpleNamespace, 'SimpleNamespace'), (MappingProxyType, 'mappingproxy'):
    _cls.__name__ = _cls.__qualname__ = _name
MappingProxyType.__module__ = 'builtins'


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    if exec_body:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return _native.awaitable(made) if isinstance(made, GeneratorType) else made

    wrapped.__name__, wrapped.__qualname__, wrapped.__doc__ = func.__name__, func.__qualname__, func.__doc__
    wrapped.__wrapped__ = func
    return wrapped
