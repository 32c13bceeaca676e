from _native import watch as _watch, weak as _weak
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet


class ReferenceType:
    def __init__(self, object, callback=None, /):
        self._get = _weak(object)
        self._to = f"'{type(object).__name__}' at {hex(id(object))}"
        if callback is not None:
            itself = _weak(self)
            _watch(object, lambda: itself() is not None and callback(itself()))
        self.__callback__ = callback

    def __call__(self):
        return self._get()

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        one, two = self(), other()
        return self is other if one is None or two is None else one == two

    def __hash__(self):
        if not hasattr(self, '_hash'):
            if self() is None:
                raise TypeError('weak object has gone away')
            self._hash = hash(self())
        return self._hash

    def __repr__(self):
        return f"<weakref at {hex(id(self))}; {'dead' if self() is None else 'to ' + self._to}>"

    def __class_getitem__(cls, key):
        return cls


ref = ReferenceType


class WeakMethod(ReferenceType):
    def __init__(self, method, callback=None):
        self._function = method.__func__
        super().__init__(method.__self__, callback)

    def __call__(self):
        itself = super().__call__()
        return None if itself is None else self._function.__get__(itself)


def proxy(object, callback=None, /):
    return _Proxy(object, callback)


def _special(name):
    def method(self, *args):
        return getattr(self._alive(), name)(*args)
    return method


class _Proxy:
    def __init__(self, object, callback):
        self.__dict__['_ref'] = ref(object, callback)

    def _alive(self):
        object = self._ref()
        if object is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return object

    def __getattr__(self, name):
        return getattr(self._alive(), name)

    def __setattr__(self, name, value):
        setattr(self._alive(), name, value)

    def __call__(self, *args, **kwargs):
        return self._alive()(*args, **kwargs)

    for _name in 'str len iter getitem setitem delitem contains eq bool add sub mul enter exit'.split():
        vars()[f'__{_name}__'] = _special(f'__{_name}__')


class WeakSet(_MutableSet):
    def __init__(self, data=None):
        self._refs = {}
        for item in data or ():
            self.add(item)

    def _alive(self):
        for reference in list(self._refs):
            item = reference()
            if item is None:
                del self._refs[reference]
            else:
                yield item

    __iter__ = _alive

    def __len__(self):
        return sum(1 for _ in self._alive())

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def add(self, item):
        reference = ref(item)
        hash(reference)
        self._refs.setdefault(reference)

    def discard(self, item):
        self._refs.pop(ref(item), None)

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return repr(set(self))


class _WeakMapping(_MutableMapping):
    def __init__(self, other=(), /, **kwargs):
        self._refs = {}
        self.update(other, **kwargs)

    def __iter__(self):
        return (key for key, _ in self.items())

    def __len__(self):
        return sum(1 for _ in self.items())

    def keys(self):
        return iter(self)

    def values(self):
        return (value for _, value in self.items())

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))}>'


class WeakValueDictionary(_WeakMapping):
    def items(self):
        for key, reference in list(self._refs.items()):
            value = reference()
            if value is None:
                del self._refs[key]
            else:
                yield key, value

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._refs[key] = ref(value)

    def __delitem__(self, key):
        del self._refs[key]


class WeakKeyDictionary(_WeakMapping):
    def items(self):
        for reference, value in list(self._refs.items()):
            key = reference()
            if key is None:
                del self._refs[reference]
            else:
                yield key, value

    def __getitem__(self, key):
        return self._refs[ref(key)]

    def __setitem__(self, key, value):
        reference = ref(key)
        hash(reference)
        gone = _weak(self)

        def forget():
            if gone() is not None:
                gone()._refs.pop(reference, None)
        if reference not in self._refs:
            _watch(key, forget)
        self._refs[reference] = value

    def __delitem__(self, key):
        del self._refs[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self._refs
        except TypeError:
            return False


class finalize:
    atexit = True

    def __init__(self, obj, func, /, *args, **kwargs):
        self._ref = ref(obj)
        self._call = func, args, kwargs
        _watch(obj, self)

    def __call__(self, _=None):
        if self._call:
            (func, args, kwargs), self._call = self._call, None
            return func(*args, **kwargs)

    def detach(self):
        if self._call:
            call, self._call = self._call, None
            return self._ref(), *call

    def peek(self):
        if self._call:
            return self._ref(), *self._call

    @property
    def alive(self):
        return self._call is not None
