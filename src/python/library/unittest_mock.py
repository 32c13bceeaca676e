import asyncio as _asyncio
import inspect as _inspect
import sys as _sys


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __getattr__(self, name):
        made = self.__dict__[name] = _Sentinel(name)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


class _Call(tuple):
    def __new__(cls, name='', args=(), kwargs=None):
        return super().__new__(cls, (name, args, kwargs or {}))

    args = property(lambda self: tuple.__getitem__(self, 1))
    kwargs = property(lambda self: tuple.__getitem__(self, 2))

    def __call__(self, /, *args, **kwargs):
        return _Call(tuple.__getitem__(self, 0), args, kwargs)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        own = tuple.__getitem__(self, 0)
        return _Call(f'{own}.{name}' if own else name)

    def __eq__(self, other):
        if isinstance(other, _Call):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self)[1:] == other or tuple(self) == other
        return NotImplemented

    __hash__ = tuple.__hash__

    def __repr__(self):
        name, args, kwargs = self
        shown = ', '.join([*map(repr, args), *(f'{k}={v!r}' for k, v in kwargs.items())])
        return f"{'call' + ('' if not name else '.' + name)}({shown})"

    def __iter__(self):
        return tuple.__iter__(self)


class _CallArgs(_Call):
    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self.args, self.kwargs))

    def __getitem__(self, index):
        return (self.args, self.kwargs)[index]

    def __eq__(self, other):
        if isinstance(other, _Call):
            return (self.args, self.kwargs) == (other.args, other.kwargs)
        return (self.args, self.kwargs) == other

    __hash__ = None

    def __repr__(self):
        shown = ', '.join([*map(repr, self.args), *(f'{k}={v!r}' for k, v in self.kwargs.items())])
        return f'call({shown})'


call = _Call()
_MAGICS = {'__len__': 0, '__bool__': True, '__str__': None, '__int__': 1, '__float__': 1.0, '__contains__': False, '__iter__': None, '__enter__': None,
           '__exit__': False, '__getitem__': None, '__setitem__': None, '__delitem__': None, '__aenter__': None, '__aexit__': False, '__aiter__': None,
           '__call__': None, '__eq__': None, '__lt__': None, '__gt__': None, '__add__': None, '__next__': None}


class NonCallableMock:
    _magic = False

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        state = self.__dict__
        state.update(_name=name, _parent=None, _children={}, _wraps=wraps, _path='', side_effect=side_effect, _returned=return_value,
                     _spec=None, _class=None)
        spec = spec if spec is not None else spec_set
        if spec is not None:
            state['_spec'] = set(spec) if isinstance(spec, (list, tuple)) else set(dir(spec))
            state['_class'] = None if isinstance(spec, (list, tuple)) else spec if isinstance(spec, type) else type(spec)
            state['_original'] = spec
        self._clear()
        for key, value in kwargs.items():
            target, _, last = key.rpartition('.')
            owner = self
            for part in target.split('.') if target else ():
                owner = getattr(owner, part)
            setattr(owner, last, value)

    def _clear(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=[], mock_calls=[], method_calls=[],
                             await_count=0, await_args=None, await_args_list=[])

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._clear()
        for child in self._children.values():
            child.reset_mock()
        if return_value:
            self.__dict__['_returned'] = DEFAULT
        if side_effect:
            self.side_effect = None

    def _child(self, name):
        original = getattr(self.__dict__.get('_original'), name, None)
        kind = AsyncMock if _inspect.iscoroutinefunction(original) or isinstance(self, AsyncMock) else MagicMock if isinstance(self, MagicMock) else Mock
        if isinstance(self, AsyncMock) and self._spec and original is not None and not _inspect.iscoroutinefunction(original):
            kind = MagicMock
        wraps = self._wraps
        child = kind(wraps=getattr(wraps, name, None)) if wraps is not None else kind()
        child.__dict__.update(_parent=self, _path=name)
        return child

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '_children' not in self.__dict__:
            raise AttributeError(name)
        if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        if self._spec is not None and name not in self._spec:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name not in self._children:
            self._children[name] = self._child(name)
        return self._children[name]

    def __setattr__(self, name, value):
        if name == 'return_value':
            self.__dict__['_returned'] = value
        elif name in _MAGICS:
            setattr(type(self), name, value)
        else:
            if isinstance(value, NonCallableMock) and value._parent is None and value._name is None and name != 'side_effect':
                value.__dict__.update(_parent=self, _path=name)
                self._children[name] = value
            object.__setattr__(self, name, value)

    @property
    def return_value(self):
        if self._returned is DEFAULT:
            child = (MagicMock if isinstance(self, (MagicMock, AsyncMock)) else Mock)()
            child.__dict__.update(_parent=self, _path='()')
            self.__dict__['_returned'] = child
        return self._returned

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_returned'] = value

    @property
    def __class__(self):
        return self.__dict__.get('_class') or type(self)

    def configure_mock(self, **kwargs):
        for key, value in kwargs.items():
            target, _, last = key.rpartition('.')
            owner = self
            for part in target.split('.') if target else ():
                owner = getattr(owner, part)
            setattr(owner, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_parent=None, _name=None)
        setattr(self, attribute, mock)

    def _full_name(self):
        if self._name:
            return self._name
        if self._parent is None:
            return 'mock'
        front = self._parent._full_name()
        return front + self._path if self._path == '()' else f'{front}.{self._path}'

    def __repr__(self):
        spec = f' spec={self._class.__name__!r}' if self._class else ''
        name = '' if self._parent is None and not self._name else f' name={self._full_name()!r}'
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    def _record(self, args, kwargs):
        self.__dict__.update(called=True, call_count=self.call_count + 1, call_args=_CallArgs('', args, kwargs))
        self.call_args_list.append(self.call_args)
        self.mock_calls.append(_Call('', args, kwargs))
        name, owner = self._path, self._parent
        if self._parent is None:
            return
        while owner is not None:
            owner.mock_calls.append(_Call(name, args, kwargs))
            if '()' not in name and not self._path.startswith('__'):
                owner.method_calls.append(_Call(name, args, kwargs))
            name = owner._path + ('' if name.startswith('(') or not owner._path else '.') + name
            owner = owner._parent

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
                if result is not DEFAULT:
                    return result
            else:
                if not hasattr(effect, '__next__'):
                    self.side_effect = effect = iter(effect)
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
                return self.return_value if result is DEFAULT else result
        if self._returned is DEFAULT and self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return self.return_value

    def _fail(self, text):
        raise AssertionError(text)

    def _times(self, count):
        return {1: 'once', 2: 'twice', 3: 'thrice'}.get(count, f'{count} times')

    def _title(self):
        return self._full_name() if self._parent is None else self._full_name().removeprefix('mock.')

    def _shown(self, args, kwargs):
        return self._title() + repr(_CallArgs('', args, kwargs))[4:]

    def _told(self, calls):
        return f'\nCalls: {calls!r}.' if calls else ''

    def assert_called(self):
        if not self.call_count:
            self._fail(f"Expected '{self._title()}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            self._fail(f"Expected '{self._title()}' to not have been called. Called {self.call_count} times.{self._told(self.mock_calls)}")

    def assert_called_once(self):
        if self.call_count != 1:
            self._fail(f"Expected '{self._title()}' to have been called once. Called {self.call_count} times.{self._told(self.mock_calls)}")

    def _assert_with(self, last, args, kwargs, what='call', verb='called'):
        if last is None:
            self._fail(f'expected {what} not found.\nExpected: {self._shown(args, kwargs)}\n  Actual: not {verb}.')
        if last != _Call('', args, kwargs):
            self._fail(f'expected {what} not found.\nExpected: {self._shown(args, kwargs)}\n  Actual: {self._shown(last.args, last.kwargs)}')

    def assert_called_with(self, /, *args, **kwargs):
        self._assert_with(self.call_args, args, kwargs)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            self._fail(f"Expected '{self._title()}' to be called once. Called {self.call_count} times.{self._told(self.mock_calls)}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call('', args, kwargs) not in self.call_args_list:
            self._fail(f'{self._shown(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        self._assert_has(self.mock_calls, calls, any_order, 'Calls')

    def _assert_has(self, rest, calls, any_order, what):
        rest, wanted = list(rest), list(calls)
        found = all(one in rest for one in wanted) if any_order else any(rest[i:i + len(wanted)] == wanted for i in range(len(rest) - len(wanted) + 1))
        if not found:
            self._fail(f'{what} not found.\nExpected: {wanted}\n  Actual: {rest}')


class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._result(args, kwargs)


def _magic(name, otherwise):
    def method(self, *args):
        child = self._children.get(name)
        if child is None:
            child = self._children[name] = (AsyncMock if name in ('__aenter__', '__aexit__') else MagicMock)(return_value=DEFAULT)
            child.__dict__.update(_parent=self, _path=name)
        if child._returned is DEFAULT and child.side_effect is None:
            if name in ('__iter__', '__aiter__'):
                child._record(args, {})
                return iter([])
            if name == '__str__':
                return repr(self)
            if otherwise is not None:
                child.__dict__['_returned'] = otherwise
        result = child(*args)
        return iter(result) if name == '__iter__' else _each(result) if name == '__aiter__' else result
    return method


async def _each(items):
    for item in items:
        yield item


class _MagicMethod:
    def __init__(self, name, otherwise):
        self._name, self._call = name, _magic(name, otherwise)

    def __get__(self, mock, cls):
        if mock is None:
            return self._call
        if self._name not in mock._children:
            kind = AsyncMock if self._name in ('__aenter__', '__aexit__') else MagicMock
            child = mock._children[self._name] = kind()
            child.__dict__.update(_parent=mock, _path=self._name)
        return _Bound(self, mock, mock._children[self._name])


class _Bound:
    def __init__(self, magic, mock, child):
        self.__dict__.update(_magic=magic, _mock=mock, _child=child)

    def __call__(self, *args):
        return self._magic._call(self._mock, *args)

    def __getattr__(self, name):
        return getattr(self._child, name)

    def __setattr__(self, name, value):
        setattr(self._child, name, value)


class MagicMock(Mock):
    for _name in ('__len__', '__bool__', '__str__', '__int__', '__float__', '__contains__', '__iter__', '__enter__', '__exit__', '__getitem__',
                  '__setitem__', '__delitem__', '__aenter__', '__aexit__', '__aiter__'):
        vars()[_name] = _MagicMethod(_name, _MAGICS[_name])
    del _name

    def __setattr__(self, name, value):
        if name in _MAGICS:
            child = getattr(self, name)
            if isinstance(value, NonCallableMock):
                self._children[name] = value
            else:
                child.side_effect = (lambda *args: value(self, *args))
        else:
            super().__setattr__(name, value)


class AsyncMock(MagicMock):
    _is_coroutine = True

    async def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        self.__dict__.update(await_count=self.await_count + 1, await_args=_CallArgs('', args, kwargs))
        self.await_args_list.append(self.await_args)
        effect = self.side_effect
        try:
            result = self._result(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration from None
        if _inspect.iscoroutine(result) and (callable(effect) or self._wraps is not None):
            return await result
        return result

    def assert_awaited(self):
        if not self.await_count:
            self._fail(f'Expected {self._title()} to have been awaited.')

    def assert_not_awaited(self):
        if self.await_count:
            self._fail(f'Expected {self._title()} to not have been awaited. Awaited {self.await_count} times.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            self._fail(f'Expected {self._title()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        self._assert_with(self.await_args, args, kwargs, 'await', 'awaited')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call('', args, kwargs) not in self.await_args_list:
            self._fail(f'{self._shown(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        self._assert_has(self.await_args_list, calls, any_order, 'Awaits')


class PropertyMock(Mock):
    def __get__(self, obj, cls=None):
        return self()

    def __set__(self, obj, value):
        self(value)


def create_autospec(spec, **kwargs):
    return (AsyncMock if _inspect.iscoroutinefunction(spec) else MagicMock)(spec=spec, **kwargs)


def mock_open(read_data=''):
    import io
    handle = MagicMock()
    handle.read.side_effect = lambda *args: io.StringIO(read_data).read(*args)
    handle.__enter__.return_value = handle
    handle.__iter__.side_effect = lambda: io.StringIO(read_data)
    return MagicMock(return_value=handle)


class _Patch:
    def __init__(self, target, name, new=DEFAULT, new_callable=None, **kwargs):
        self._target, self._name, self._new, self._make, self._kwargs = target, name, new, new_callable, kwargs

    def __enter__(self):
        target = self._target() if callable(self._target) and not isinstance(self._target, type) and self._target.__name__ == '<lambda>' else self._target
        self._owner = target
        self._was_own = self._name in getattr(target, '__dict__', {})
        if not hasattr(target, self._name) and not self._kwargs.pop('create', False):
            raise AttributeError(f"{target!r} does not have the attribute {self._name!r}")
        self._old = getattr(target, self._name, None)
        if isinstance(target, type) and self._was_own:
            self._old = target.__dict__[self._name]
        new = self._new
        if new is DEFAULT:
            options = {k: v for k, v in self._kwargs.items() if k != 'autospec'}
            make = self._make or (AsyncMock if _inspect.iscoroutinefunction(self._old) else MagicMock)
            if issubclass(make, NonCallableMock):
                options.setdefault('name', self._name)
            new = make(**options)
        setattr(target, self._name, new)
        return new

    def __exit__(self, *error):
        if self._was_own or not isinstance(self._owner, type):
            setattr(self._owner, self._name, self._old)
        else:
            delattr(self._owner, self._name)

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, *error):
        self.__exit__()

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        import functools
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith('test'):
                    setattr(function, name, self(getattr(function, name)))
            return function
        if _inspect.iscoroutinefunction(function):
            @functools.wraps(function)
            async def patched(*args, **kwargs):
                with self as new:
                    return await function(*args, *[new] * (self._new is DEFAULT), **kwargs)
        else:
            @functools.wraps(function)
            def patched(*args, **kwargs):
                with self as new:
                    return function(*args, *[new] * (self._new is DEFAULT), **kwargs)
        return patched


def _found(path):
    def find():
        parts = path.split('.')
        module = _sys.modules.get(parts[0]) or __import__(parts[0])
        for part in parts[1:]:
            module = getattr(module, part)
        return module
    return find


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    owner, _, name = target.rpartition('.')
    find = _found(owner)
    made = _Patch(None, name, new, new_callable, **kwargs)
    if create:
        made._kwargs['create'] = True
    made._target = lambda: find()
    return made


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    return _Patch(target, attribute, new, new_callable, **kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self._dict, self._values, self._clear = in_dict, dict(values, **kwargs), clear

    def __enter__(self):
        if isinstance(self._dict, str):
            owner, _, name = self._dict.rpartition('.')
            self._dict = getattr(_found(owner)(), name)
        self._old = dict(self._dict)
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    def __exit__(self, *error):
        self._dict.clear()
        self._dict.update(self._old)

    start, stop = __enter__, __exit__


patch.object, patch.dict = _patch_object, _PatchDict
