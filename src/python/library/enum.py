from types import MappingProxyType as _proxy

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'global_enum', 'show_flag_values']

_builtin_property = property
_unset = object()
Enum = Flag = ReprEnum = None


_FLAG_OPERATORS = '__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _unset else repr(self.value)})"


class property:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)

    def __set_name__(self, owner, name):
        self.name, self._owner = name, owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner._member_map_.get(self.name, _unset)
            if found is _unset:
                raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
            return found
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self._owner!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError(f"<enum {self._owner!r}> cannot delete attribute {self.name!r}")

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel)


def _is_descriptor(obj):
    return not isinstance(obj, type) and any(hasattr(type(obj), name) for name in ('__get__', '__set__', '__delete__')
                                             ) or isinstance(obj, (classmethod, staticmethod, _builtin_property, type(lambda: 0)))


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name and key.startswith(f'_{self._cls_name}__') and not key.endswith('__'):
            pass
        elif len(key) > 2 and key[0] == key[-1] == '_' and key[1] != '_' and key[-2] != '_':
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
                           '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_',
                           '_add_value_alias_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
        elif key.startswith('__') and key.endswith('__'):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or isinstance(value, type):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            if value.value is _unset:
                value.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple(self._resolve(key, v) for v in value)
        return value

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None:
            return {}
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_')
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        members = {name: classdict[name] for name in classdict._member_names}
        ignore = classdict.get('_ignore_', [])
        if 'mro' in members:
            raise ValueError("invalid enum member name(s) 'mro'")
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        namespace = {key: value for key, value in classdict.items()
                     if key not in members and key not in ignore and key != '_ignore_' and key != '_order_'}
        namespace.update(_member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_=[],
                         _member_type_=member_type, _boundary_=boundary or getattr(first_enum, '_boundary_', None),
                         _flag_mask_=0, _all_bits_=0, _singles_mask_=0)
        own_new = namespace.pop('__new__', None)
        own_new = getattr(own_new, '__func__', own_new)
        creator = own_new
        for base in () if creator else bases:
            for owner in base.__mro__:
                if '_new_member_' in owner.__dict__:
                    creator = owner.__dict__['_new_member_']
                    creator = getattr(creator, '__func__', creator)
                    break
            if creator:
                break
        use_args = True
        if creator is None:
            use_args = member_type is not object
            creator = member_type.__new__
        if own_new is not None:
            namespace['_new_member_'] = staticmethod(own_new)
        klass = super().__new__(metacls, cls, bases, namespace, **kwds)
        is_repr = ReprEnum is not None and ReprEnum in bases
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__') if member_type is not object else ():
            if name not in classdict:
                own = getattr(member_type, name, None)
                if is_repr and name in ('__str__', '__format__'):
                    type.__setattr__(klass, name, own)
                elif getattr(klass, name, None) in (own, getattr(object, name, None)):
                    type.__setattr__(klass, name, getattr(first_enum, name))
        if Flag is not None and issubclass(klass, Flag):
            for name in _FLAG_OPERATORS:
                if name not in classdict:
                    type.__setattr__(klass, name, getattr(Flag, name))
        for name, value in members.items():
            klass._add_member_(name, value, creator, use_args)
        if Flag is not None and issubclass(klass, Flag):
            single = multiple = 0
            for m in klass._member_map_.values():
                value = m._value_
                if isinstance(value, int):
                    if value > 0 and not value & (value - 1):
                        single |= value
                    elif value > 0:
                        multiple |= value
            klass._flag_mask_ = single | multiple
            klass._singles_mask_ = single
            klass._all_bits_ = 2 ** (single | multiple).bit_length() - 1
            klass._member_names_ = [name for name in klass._member_names_ if _is_single(klass._member_map_[name]._value_)]
        if classdict.get('_order_') is not None:
            order = classdict['_order_']
            order = order.replace(',', ' ').split() if isinstance(order, str) else order
            if [n for n in order if n in klass._member_names_] != klass._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (klass._member_names_, order))
        return klass

    def __init__(cls, *args, **kwds):
        pass

    def _add_member_(cls, name, value, creator, use_args):
        member_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        new = creator(cls, *args) if use_args else creator(cls)
        if '_value_' not in new.__dict__:
            if member_type is object:
                new._value_ = value
            else:
                new._value_ = member_type(*args)
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        value = new._value_
        for known in cls._member_map_.values():
            if known._value_ == value:
                new = known
                break
        else:
            cls._member_names_.append(name)
        cls._member_map_[name] = new
        if not isinstance(cls.__dict__.get(name) or next((b.__dict__[name] for b in cls.__mro__ if name in b.__dict__), None), property):
            type.__setattr__(cls, name, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_.append((value, new))

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and getattr(base, '_member_names_', None):
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object or base is ReprEnum:
                    continue
                if isinstance(base, EnumType):
                    if getattr(base, '_member_type_', object) is not object:
                        return base._member_type_, first_enum
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__ or base.__module__ == 'builtins':
                    return candidate or base, first_enum
                else:
                    candidate = candidate or base
        return object, first_enum

    def __call__(cls, value=_unset, names=_unset, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _unset:
                value = (value, names, *values)
            if value is _unset:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls._lookup_(value)
        if names is _unset and type is None:
            if value is _unset:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, names, module, type, start)

    def _lookup_(cls, value):
        if isinstance(value, cls):
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for known, m in cls._unhashable_:
                if known == value:
                    return m
        try:
            found = cls._missing_(value)
            error = None
        except Exception as raised:
            found, error = None, raised
        if isinstance(found, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
            return found
        wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if found is None and error is None:
            raise wrong
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = wrong
        raise error

    def _create_(cls, class_name, names, module, type, start):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        last = []
        for item in names.items() if isinstance(names, dict) else list(names):
            if isinstance(item, str):
                value = cls._generate_next_value_(item, start, len(last), last[:])
                last.append(value)
            else:
                item, value = item
            classdict[item] = value
        classdict['__module__'] = module or '__main__'
        return metacls(class_name, bases, classdict)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_ or any(known == value for known, _ in cls._unhashable_)
        except TypeError:
            return any(known == value for known, _ in cls._unhashable_)

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_builtin_property
    def __members__(cls):
        return _proxy(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_ = []
    _member_type_ = object
    _boundary_ = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        kind = type(self)._member_type_
        show = repr if kind is object or '__dataclass_fields__' in kind.__dict__ else kind.__repr__
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _is_single(value):
    return value > 0 and not value & (value - 1)


def _bits(value, width):
    text = bin(value & (2 ** width - 1) if value < 0 else value)[2:].rjust(width, '0')
    return f"0b{'1' if value < 0 else '0'} {text}"


class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = value < 0
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, _bits(value, width), _bits(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += every + 1 if cls._boundary_ is KEEP else 0
            if value < 0:
                value = mask & value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        new = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        new._value_ = value
        names = [m._name_ for m in cls._parts(value)]
        rest = value
        for m in cls._parts(value):
            rest &= ~m._value_
        if names:
            new._name_ = '|'.join(names + [str(rest)] * bool(rest))
        else:
            new._name_ = None
        cls._value2member_map_[value] = new
        return new

    @classmethod
    def _parts(cls, value):
        return [m for m in cls if m._value_ & value]

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._parts(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        kind = type(self)._member_type_
        show = repr if kind is object else kind.__repr__
        return f"<{name}: {show(self._value_)}>" if self._name_ is None else f"<{name}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    aliases = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if aliases:
        raise ValueError('duplicate values found in %r: %s' % (
            enumeration, ', '.join(f'{alias} -> {name}' for alias, name in aliases)))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if UNIQUE in self.checks:
            aliases = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
            if aliases:
                raise ValueError('aliases found in %r: %s' % (
                    enumeration, ', '.join(f'{alias} -> {name}' for alias, name in aliases)))
        if CONTINUOUS in self.checks:
            values = {m.value for m in enumeration}
            low, high = min(values), max(values)
            if issubclass(enumeration, Flag):
                missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
            else:
                missing = [i for i in range(low + 1, high) if i not in values]
            if missing:
                raise ValueError('invalid %s %r: missing values %s' % (
                    'flag' if issubclass(enumeration, Flag) else 'enum', enumeration.__name__,
                    ', '.join(map(str, missing))))
        return enumeration


def global_enum(cls, update_str=False):
    return cls


def show_flag_values(value):
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]
