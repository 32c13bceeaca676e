from _native import exec as _exec
from types import MappingProxyType as _proxy, GenericAlias as _alias
import abc as _abc
import copy as _copy

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY = _proxy({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY if metadata is None else _proxy(metadata)
        self.kw_only = kw_only

    def __repr__(self):
        return 'Field(' + ','.join(f'{name}={getattr(self, name)!r}' for name in (
            'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare', 'metadata', 'kw_only',
            '_field_type')) + ')'

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(_alias)


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _CLASSVAR, _INITVAR = map(_Kind, ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))


class _DataclassParams:
    def __init__(self, options):
        self.__dict__.update(options)

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _get_field(cls, name, kind, kw_only):
    default = cls.__dict__.get(name, MISSING)
    for base in cls.__mro__[1:]:
        if default is MISSING and name in base.__dict__:
            default = base.__dict__[name]
    if isinstance(default, Field):
        f = default
    else:
        if name in getattr(cls, '__slots__', ()) and name not in cls.__dict__:
            default = MISSING
        f = field(default=default)
    f.name, f.type, f._field_type = name, kind, _FIELD
    text = kind if isinstance(kind, str) else ''
    if getattr(kind, '__origin__', kind) is _class_var() or text.startswith(('ClassVar', 'typing.ClassVar')):
        f._field_type = _CLASSVAR
    elif kind is InitVar or isinstance(kind, InitVar) or text.startswith(('InitVar', 'dataclasses.InitVar')):
        f._field_type = _INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {f.default.__class__} for field {f.name} is not allowed: '
                         'use default_factory')
    return f


def _class_var():
    import sys
    typing = sys.modules.get('typing')
    return typing.ClassVar if typing else MISSING


def _function(cls, name, args, body, scope):
    _exec(f'def {name}({", ".join(args)}):\n ' + '\n '.join(body), scope)
    function = scope.pop(name)
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    return function


def _set(cls, name, function, error=None):
    if name in cls.__dict__:
        if error:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{error}')
        return
    setattr(cls, name, function)


def _init(cls, fields, frozen, has_post_init, slots, scope):
    seen = None
    positional = [f for f in fields if f.init and not f.kw_only]
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {seen.name!r}')
    self = '__dataclass_self__' if any(f.name == 'self' for f in fields) else 'self'
    args, body = [self], []
    for f in positional + [None] + [f for f in fields if f.init and f.kw_only]:
        if f is None:
            if any(f.init and f.kw_only for f in fields):
                args.append('*')
        elif f.default is not MISSING or f.default_factory is not MISSING:
            scope[f'_dflt_{f.name}'] = f.default if f.default_factory is MISSING else _FACTORY
            args.append(f'{f.name}=_dflt_{f.name}')
        else:
            args.append(f.name)
    for f in fields:
        name = f.name
        if f.default_factory is not MISSING:
            scope[f'_make_{name}'] = f.default_factory
            value = f'_make_{name}()'
            if f.init:
                value += f' if {name} is _FACTORY else {name}'
        elif f.init:
            value = name
        elif slots and f.default is not MISSING:
            scope[f'_dflt_{name}'] = f.default
            value = f'_dflt_{name}'
        else:
            continue
        if f._field_type is not _INITVAR:
            body.append(f'_setattr({self}, {name!r}, {value})' if frozen else f'{self}.{name} = {value}')
    if has_post_init:
        body.append(f'{self}.__post_init__({", ".join(f.name for f in fields if f._field_type is _INITVAR)})')
    return _function(cls, '__init__', args, body or ['pass'], scope)


def _shown(kind):
    if isinstance(kind, type) and not isinstance(kind, _alias):
        return kind.__qualname__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__qualname__}'
    text = repr(kind)
    return text.replace('typing.', '') if getattr(kind, '__module__', None) == 'typing' else text


_showing = []


def _repr(fields):
    def __repr__(self):
        if any(one is self for one in _showing):
            return '...'
        _showing.append(self)
        try:
            parts = [f'{f.name}={getattr(self, f.name)!r}' for f in fields]
        finally:
            _showing.pop()
        return self.__class__.__qualname__ + f"({', '.join(parts)})"
    return __repr__


def _values(name, fields, scope):
    return '(' + ''.join(f'{name}.{f.name},' for f in fields) + ')'


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen = has_bases = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        known = getattr(base, '__dataclass_fields__', None) if '__dataclass_fields__' in base.__dict__ else None
        if known is not None:
            has_bases = True
            fields.update(known)
            any_frozen |= base.__dataclass_params__.frozen
            all_frozen = base.__dataclass_params__.frozen and all_frozen is not False
    cls.__dataclass_params__ = _DataclassParams(dict(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))
    own, only = [], kw_only
    for name, kind in cls.__dict__.get('__annotations__', {}).items():
        if kind is KW_ONLY or isinstance(kind, str) and kind in ('KW_ONLY', 'dataclasses.KW_ONLY'):
            only = True
        else:
            own.append(_get_field(cls, name, kind, only))
    for f in own:
        fields[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    cls.__dataclass_fields__ = fields
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    real = [f for f in fields.values() if f._field_type is _FIELD]
    taken = [f for f in fields.values() if f._field_type is not _CLASSVAR]
    scope = {'_FACTORY': _FACTORY, '_setattr': object.__setattr__, '_Frozen': FrozenInstanceError, '_cls': cls,
             '__name__': cls.__module__}
    has_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    if init:
        setattr(cls, '__init__', _init(cls, taken, frozen, hasattr(cls, '__post_init__'), slots, scope))
    if repr:
        function = _repr([f for f in real if f.repr])
        function.__qualname__ = f'{cls.__qualname__}.__repr__'
        _set(cls, '__repr__', function)
    compared = [f for f in real if f.compare]
    if eq:
        tests = ' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'
        _set(cls, '__eq__', _function(cls, '__eq__', ('self', 'other'), (
            'if self is other: return True', f'if other.__class__ is self.__class__: return {tests}',
            'return NotImplemented'), scope))
    if order:
        mine, other = _values('self', compared, scope), _values('other', compared, scope)
        for name, op in ('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>='):
            _set(cls, name, _function(cls, name, ('self', 'other'), (
                f'if other.__class__ is self.__class__: return {mine}{op}{other}', 'return NotImplemented'), scope),
                '. Consider using functools.total_ordering')
    if frozen:
        inside = f'type(self) is _cls or name in {tuple(f.name for f in real)!r}'
        for name, args, what in (('__setattr__', ('name', 'value'), 'assign to'),
                                 ('__delattr__', ('name',), 'delete')):
            call = f'super(_cls, self).{name}({", ".join(args)})'
            _set(cls, name, _function(cls, name, ('self', *args), (
                f'if {inside}: raise _Frozen(f"cannot {what} field {{name!r}}")', call), scope), '')
    if unsafe_hash or eq and frozen:
        if unsafe_hash and has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        if not has_hash:
            hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = _function(cls, '__hash__', ('self',), (f'return hash({_values("self", hashed, scope)})',), scope)
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args:
        _set(cls, '__match_args__', tuple(f.name for f in taken if f.init and not f.kw_only))
    if slots:
        if '__slots__' in cls.__dict__:
            raise TypeError(f'{cls.__name__} already specifies __slots__')
        for f in real:
            if f.name in cls.__dict__:
                delattr(cls, f.name)
        taken = {name for base in cls.__mro__[1:] for name in getattr(base, '__slots__', ())}
        cls.__slots__ = tuple(f.name for f in real if f.name not in taken)
    if not getattr(cls, '__doc__'):
        shown = [[], []]
        for f in taken:
            if f.init:
                default = '' if f.default is MISSING and f.default_factory is MISSING else (
                    f' = {_FACTORY if f.default is MISSING else f.default!r}')
                shown[bool(f.kw_only)].append(f'{f.name}: {_shown(f.type)}{default}')
        shown = shown[0] + ['*'] * bool(shown[1]) + shown[1]
        cls.__doc__ = f'{cls.__name__}({", ".join(shown)})'
    if '__abstractmethods__' in cls.__dict__:
        _abc.update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        known = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in known.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def _inner(obj, whole):
    if _is_instance(obj):
        return whole(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_inner(v, whole) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_inner(v, whole) for v in obj)
    if isinstance(obj, dict):
        pairs = ((_inner(k, whole), _inner(v, whole)) for k, v in obj.items())
        if hasattr(type(obj), 'default_factory') or hasattr(obj, 'default_factory'):
            return type(obj)(obj.default_factory, pairs)
        return type(obj)(pairs)
    return _copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def whole(obj):
        return dict_factory([(f.name, _inner(getattr(obj, f.name), whole)) for f in fields(obj)])
    return whole(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def whole(obj):
        return tuple_factory([_inner(getattr(obj, f.name), whole) for f in fields(obj)])
    return whole(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = kind
    namespace['__annotations__'] = annotations
    namespace['__module__'] = module or '__main__'
    cls = type(cls_name, bases, namespace)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
