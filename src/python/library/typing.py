import collections
import contextlib
import functools
import sys
from abc import ABCMeta, abstractmethod
from collections import abc as _abc
from types import FunctionType, GenericAlias, MethodType, UnionType
from _native import exec as _exec

TYPE_CHECKING = False
Text = str
NoneType = type(None)


class _NoDefaultType:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefaultType()


def _show(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join(map(_show, obj)) + ']'
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, FunctionType):
        return obj.__name__
    return repr(obj)


def _check(arg):
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _tuple(params):
    return params if isinstance(params, tuple) else (params,)


def _parameters(args):
    found = {}
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            found[arg] = None
        elif isinstance(arg, (tuple, list)):
            found.update(dict.fromkeys(_parameters(arg)))
        elif not isinstance(arg, type):
            if isinstance(arg, (GenericAlias, UnionType)):
                found.update(dict.fromkeys(_parameters(arg.__args__)))
            else:
                found.update(dict.fromkeys(getattr(arg, '__parameters__', ())))
    return tuple(found)


class _Typing:
    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Form(_Typing):
    def __init__(self, name, getitem=None):
        self._name, self._getitem = name, getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __getitem__(self, params):
        if self._getitem is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._getitem(self, params)


class ForwardRef(_Typing):
    def __init__(self, arg, module=None):
        self.__forward_arg__, self.__forward_module__ = arg, module

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


class _Parameter(_Typing):
    _prefix = None

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default
        self.__module__ = '__main__'

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class TypeVar(_Parameter):
    pass


class ParamSpec(_Parameter):
    @property
    def args(self):
        return _Form(f'{self.__name__}.args')

    @property
    def kwargs(self):
        return _Form(f'{self.__name__}.kwargs')


class TypeVarTuple(_Parameter):
    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class TypeAliasType(_Typing):
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self._thunk, self.__type_params__ = name, lambda: value, type_params
        self.__module__ = '__main__'

    @property
    def __value__(self):
        return self._thunk()

    @property
    def __parameters__(self):
        return self.__type_params__

    def __getitem__(self, params):
        return GenericAlias(self, params)

    def __repr__(self):
        return self.__name__


def _type_alias(name, thunk, params):
    alias = TypeAliasType(name, None, type_params=params)
    alias._thunk = thunk
    return alias


class _Alias(_Typing):
    def __init__(self, origin, args, name=None):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__parameters__ = _parameters(args)
        self.__module__ = 'typing' if name else origin.__module__

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _show(self.__origin__)
        args = self.__args__
        if self._name == 'Callable' and args[0] is not ...:
            args = args[:-1], args[-1]
        return f"{name}[{', '.join(map(_show, args)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, frozenset(self.__args__) if self.__origin__ is Union else self.__args__))

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __call__(self, *args, **kwargs):
        if self._name and not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {Union if self.__origin__ is Union else self!r}")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getitem__(self, params):
        params = tuple(map(_check, _tuple(params)))
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if len(params) != len(self.__parameters__):
            _count_error(self, params, self.__parameters__)
        known = dict(zip(self.__parameters__, params))

        def put(arg):
            if isinstance(arg, tuple):
                return tuple(map(put, arg))
            if not isinstance(arg, type) and getattr(arg, '__parameters__', ()):
                return arg[tuple(known.get(p, p) for p in arg.__parameters__)]
            return known.get(arg, arg) if isinstance(arg, _Parameter) else arg
        args = tuple(map(put, self.__args__))
        return Union[args] if self.__origin__ is Union else _Alias(self.__origin__, args, self._name)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            if any(isinstance(b, _Alias) and b is not self and isinstance(b.__origin__, type)
                   and issubclass(b.__origin__, Generic) for b in bases):
                return ()
            return (Generic,)
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if not self._name or self.__origin__ is Protocol:
            return (self.__origin__,)
        has_generic = any(b is Generic or getattr(b, '__origin__', b) in (Generic, Protocol) for b in bases)
        return (self.__origin__,) if has_generic or not self.__parameters__ else (self.__origin__, Generic)

    def __iter__(self):
        yield Unpack[self]

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any(isinstance(obj, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _count_error(cls, params, expected):
    many, least = ('many', '') if len(params) > len(expected) else ('few', 'at least ')
    raise TypeError(f"Too {many} arguments for {cls}; actual {len(params)}, expected {least}{len(expected)}")


class _Class(_Typing):
    def __init__(self, origin, name):
        self.__origin__, self._name, self.__module__ = origin, name, 'typing'

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, params):
        if self._name == 'Callable':
            args, result = params
            args = (...,) if args is ... else tuple(map(_check, args)) if isinstance(args, list) else (args,)
            return _Alias(self.__origin__, args + (_check(result),), self._name)
        return _Alias(self.__origin__, tuple(map(_check, _tuple(params))), self._name)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)


for _name, _cls in dict(List=list, Dict=dict, Set=set, FrozenSet=frozenset, Tuple=tuple, Type=type,
                        Deque=collections.deque, DefaultDict=collections.defaultdict,
                        OrderedDict=collections.OrderedDict, Counter=collections.Counter,
                        ChainMap=collections.ChainMap, AbstractSet=_abc.Set,
                        ContextManager=contextlib.AbstractContextManager,
                        AsyncContextManager=contextlib.AbstractAsyncContextManager).items():
    globals()[_name] = _Class(_cls, _name)
for _name in _abc.__all__:
    if _name not in ('Set', 'Buffer'):
        globals()[_name] = _Class(getattr(_abc, _name), _name)
AbstractSet._name = 'AbstractSet'


def _one(self, params):
    return _Alias(self, (_check(params),), self._name)


def _raw(self, params):
    return _Alias(self, _tuple(params), self._name)


def _union(self, params):
    flat = {}
    for arg in map(_check, _tuple(params)):
        if isinstance(arg, (_Alias, UnionType)) and getattr(arg, '__origin__', Union) is Union:
            flat.update(dict.fromkeys(map(_check, arg.__args__)))
        else:
            flat[arg] = None
    flat = tuple(flat)
    return flat[0] if len(flat) == 1 else _Union(Union, flat, 'Union')


class _UnionGenericAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and NoneType in args:
            return f'typing.Optional[{_show(args[args[0] is NoneType])}]'
        return super().__repr__()


_Union = _UnionGenericAlias
Union = _Form('Union', _union)
Optional = _Form('Optional', lambda self, params: Union[params, None])
Literal = _Form('Literal', lambda self, params: _Alias(self, tuple(dict.fromkeys(_tuple(params))), 'Literal'))
ClassVar, Final, TypeGuard, TypeIs, Unpack, Required, NotRequired, ReadOnly = [_Form(name, _one) for name in (
    'ClassVar', 'Final', 'TypeGuard', 'TypeIs', 'Unpack', 'Required', 'NotRequired', 'ReadOnly')]
Concatenate = _Form('Concatenate', _raw)
Self, Never, NoReturn, LiteralString, TypeAlias = map(_Form, ('Self', 'Never', 'NoReturn', 'LiteralString', 'TypeAlias'))


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_show(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and (
            self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_check(params[0]), params[1:])


Annotated = _Form('Annotated', _annotated)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Generic:
    __slots__ = ()
    _is_protocol = False
    __parameters__ = ()

    def __class_getitem__(cls, params):
        params = tuple(map(_check, _tuple(params)))
        if cls in (Generic, Protocol):
            if not all(isinstance(p, (_Parameter, _Alias)) for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, params, cls.__name__)
        if not cls.__parameters__:
            raise TypeError(f"{cls} is not a generic class")
        if len(params) != len(cls.__parameters__) and not any(
                isinstance(p, (TypeVarTuple, ParamSpec)) or p.has_default() for p in cls.__parameters__):
            _count_error(cls, params, cls.__parameters__)
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != 'Protocol':
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()
            return
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                cls.__parameters__ = base.__parameters__
                break
        else:
            cls.__parameters__ = _parameters(bases)


_EXCLUDED = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
             '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__', '_is_protocol',
             '_is_runtime_protocol', '_abc_registry', '__parameters__', '__orig_bases__', '__type_params__',
             '__protocol_attrs__', '__qualname__', '__static_attributes__', '__firstlineno__', '__init_subclass__'}


def get_protocol_members(tp, /):
    names = set()
    for base in tp.__mro__:
        if base.__dict__.get('_is_protocol') and base is not Protocol:
            names.update(base.__dict__, base.__dict__.get('__annotations__', ()))
    return frozenset(names - _EXCLUDED)


class _ProtocolMeta(ABCMeta):
    def __call__(cls, *args, **kwargs):
        if cls.__dict__.get('_is_protocol'):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol') and not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__ or any(isinstance(instance, known) for known in cls._abc_registry):
            return True
        missing = object()
        for name in get_protocol_members(cls):
            value = getattr(instance, name, missing)
            if value is missing or value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get('_is_protocol'):
            return super().__subclasscheck__(other)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = get_protocol_members(cls)
        data = sorted(name for name in names if not callable(getattr(cls, name, None)))
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass(). Non-method members: "
                            f"{str(data)[1:-1]}.")
        return all(any(base.__dict__.get(name) is not None for base in other.__mro__) for name in names)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    if not cls.__dict__.get('_is_protocol'):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


for _name, _method in dict(Int='__int__', Float='__float__', Index='__index__', Abs='__abs__', Round='__round__',
                           Bytes='__bytes__', Complex='__complex__').items():
    globals()['Supports' + _name] = runtime_checkable(
        type(Protocol)('Supports' + _name, (Protocol,), {_method: abstractmethod(lambda self: 0), '__module__': 'typing'}))

T, KT, VT = map(TypeVar, ('T', 'KT', 'VT'))
AnyStr = TypeVar('AnyStr', bytes, str)


def cast(typ, val):
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def overload(func):
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed.")


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if tp is Generic:
        return Generic
    return tp.__origin__ if isinstance(tp, (_Alias, _Class, GenericAlias)) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if not isinstance(tp, (_Alias, GenericAlias, UnionType)):
        return ()
    args = tp.__args__
    if getattr(tp, '__origin__', None) is _abc.Callable and args and args[0] is not ... and not isinstance(args[0], list):
        args = list(args[:-1]), args[-1]
    return args


def _evaluate(hint, space, local, extras):
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        scope = {**space, **(local or {})}
        _exec(f'__hint__ = ({hint})', scope)
        hint = scope['__hint__']
        if isinstance(hint, (str, ForwardRef)):
            return _evaluate(hint, space, local, extras)
    if hint is None:
        return NoneType
    if isinstance(hint, _AnnotatedAlias) and not extras:
        return _evaluate(hint.__origin__, space, local, extras)
    if isinstance(hint, _Alias):
        if not extras and hint.__origin__ in (Required, NotRequired, ReadOnly):
            return _evaluate(hint.__args__[0], space, local, extras)
        args = tuple(_evaluate(arg, space, local, extras) if not isinstance(arg, str) else arg for arg in hint.__args__)
        if args != hint.__args__:
            return Union[args] if hint.__origin__ is Union else _Alias(hint.__origin__, args, hint._name)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            space = globalns or getattr(sys.modules.get(base.__module__), '__dict__', {})
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _evaluate(value, space, localns or dict(vars(base)), include_extras)
        return hints
    while hasattr(obj, '__wrapped__'):
        obj = obj.__wrapped__
    if isinstance(obj, MethodType):
        obj = obj.__func__
    space = globalns or getattr(obj, '__globals__', None) or getattr(obj, '__dict__', {})
    found = getattr(obj, '__annotations__', None)
    if found is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    return {name: _evaluate(value, space, localns, include_extras) for name, value in found.items()}


class NewType(_Typing):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`Foo = NewType('Foo', {name})`")


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        for base in bases:
            if base is not tuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        kinds = ns.get('__annotations__', {})
        defaults = []
        for name in kinds:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = collections.namedtuple(typename, kinds, defaults=[ns[name] for name in defaults], module=ns['__module__'])
        made.__annotations__ = made.__new__.__annotations__ = {name: _check(kind) for name, kind in kinds.items()}
        for name, value in ns.items():
            if name in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                        '_make', '_replace', '_asdict', '_source'):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in ('__annotations__', '__module__', '__qualname__', '__class__') and name not in kinds:
                setattr(made, name, value)
        if '__qualname__' in ns:
            made.__qualname__ = ns['__qualname__']
        if Generic in bases:
            made.__class_getitem__ = classmethod(GenericAlias)
        return made


def NamedTuple(typename, fields, /):
    made = collections.namedtuple(typename, [name for name, _ in fields])
    made.__annotations__ = {name: _check(kind) for name, kind in fields}
    return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(cls, name, (Generic, dict) if Generic in bases else (dict,), ns)
        kinds, required, optional = {}, set(), set()
        for base in bases:
            kinds.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, kind in ns.get('__annotations__', {}).items():
            kinds[key] = kind = ForwardRef(kind, ns.get('__module__')) if isinstance(kind, str) else _check(kind)
            origin = getattr(kind, '__origin__', None)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
        made.__annotations__ = kinds
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=(), /, *, total=True):
    return _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': '__main__'}, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()
