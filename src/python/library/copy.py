from _native import MethodType

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error
_atomic = (type(None), int, float, bool, str, tuple, bytes, frozenset, type, range, slice, property, type(...),
           type(NotImplemented), type(len), type(lambda: 0))
_containers = {list: list.copy, dict: dict.copy, set: set.copy}


def copy(x):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls in _containers:
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _rebuild(x, cls, lambda value: value)


def _rebuild(x, cls, inside, memo=None):
    reduce = getattr(cls, '__reduce_ex__', None) or getattr(cls, '__reduce__', None)
    if reduce is not None:
        made = reduce(x, 4) if hasattr(cls, '__reduce_ex__') else reduce(x)
        if isinstance(made, str):
            return x
        function, args, *state = made
        new = function(*map(inside, args))
        if state and state[0]:
            new.__dict__.update(inside(state[0]))
        return new
    if not hasattr(x, '__dict__'):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if issubclass(cls, BaseException):
        new = cls.__new__(cls, *map(inside, x.args))
    else:
        for base in (tuple, str, int, float, bytes, frozenset):
            if issubclass(cls, base):
                args = getattr(x, '__getnewargs__', lambda: (base(x),))()
                new = cls.__new__(cls, *map(inside, args))
                break
        else:
            new = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = new
    state = x.__getstate__() if '__getstate__' in dir(cls) and hasattr(x, '__getstate__') else x.__dict__
    if hasattr(new, '__setstate__'):
        new.__setstate__(inside(state))
    elif state:
        new.__dict__.update(inside(state))
    if isinstance(x, list):
        for item in list(x):
            list.append(new, inside(item))
    elif isinstance(x, dict):
        for key in list(x):
            dict.__setitem__(new, inside(key), inside(dict.__getitem__(x, key)))
    elif isinstance(x, set):
        for item in list(x):
            set.add(new, inside(item))
    return new


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic and cls is not tuple or issubclass(cls, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        memo[id(x)] = new = []
        for item in x:
            new.append(deepcopy(item, memo))
    elif cls is dict:
        memo[id(x)] = new = {}
        for key, value in x.items():
            new[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is set:
        new = {deepcopy(item, memo) for item in x}
    elif cls is tuple:
        new = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        new = x if all(a is b for a, b in zip(x, new)) else tuple(new)
    elif cls is MethodType:
        new = MethodType(x.__func__, deepcopy(x.__self__, memo))
    else:
        method = getattr(cls, '__deepcopy__', None)
        if method is not None:
            new = method(x, memo)
        else:
            new = _rebuild(x, cls, lambda value: deepcopy(value, memo), memo)
    memo[id(x)] = new
    # What was copied must live as long as its number is known.
    memo.setdefault(id(memo), []).append(x)
    return new


def replace(obj, /, **changes):
    func = getattr(obj.__class__, '__replace__', None)
    if func is None:
        if hasattr(obj, '__dataclass_fields__'):
            from dataclasses import replace
            return replace(obj, **changes)
        raise TypeError(f"replace() does not support {obj.__class__.__name__} objects")
    return func(obj, **changes)
