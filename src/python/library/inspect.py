from collections import namedtuple as _namedtuple
from types import (AsyncGeneratorType as _AsyncGenerator, BuiltinFunctionType as _Builtin, CoroutineType as _Coroutine, FunctionType as _Function,
                   GeneratorType as _Generator, MethodType as _Method, ModuleType as _Module)
from _frames import frame as currentframe, kind as _kind, parameters as _parameters, source as _source

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED GEN_RUNNING GEN_SUSPENDED GEN_CLOSED'.split()
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED CORO_RUNNING CORO_SUSPENDED CORO_CLOSED'.split()
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED AGEN_CLOSED'.split()


def _unwrapped(object):
    while True:
        if isinstance(object, _Method):
            object = object.__func__
        elif type(object).__name__ == 'partial' and hasattr(object, 'func'):
            object = object.func
        else:
            return object


def _is_kind(kind):
    return lambda obj: _kind(_unwrapped(obj)) == kind


isgeneratorfunction = _is_kind('generator')
isasyncgenfunction = _is_kind('async_generator')


def iscoroutinefunction(obj):
    obj = _unwrapped(obj)
    return _kind(obj) == 'coroutine' or getattr(obj, '_is_coroutine_mark', None) is _mark


_mark = object()


def markcoroutinefunction(func):
    func._is_coroutine_mark = _mark
    return func


def iscoroutine(object):
    return isinstance(object, _Coroutine)


def isgenerator(object):
    return isinstance(object, _Generator)


def isasyncgen(object):
    return isinstance(object, _AsyncGenerator)


def isawaitable(object):
    return isinstance(object, _Coroutine) or hasattr(type(object), '__await__') or hasattr(object, '__await__') and not isinstance(object, type)


def isfunction(object):
    return isinstance(object, _Function)


def ismethod(object):
    return isinstance(object, _Method)


def isbuiltin(object):
    return isinstance(object, _Builtin)


def isroutine(object):
    return isinstance(object, (_Function, _Method, _Builtin))


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, _Module)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def isdatadescriptor(object):
    return not isinstance(object, type) and (hasattr(type(object), '__set__') or isinstance(object, property))


def _state(object, prefix, name):
    if getattr(object, prefix + '_running'):
        return name + '_RUNNING'
    if getattr(object, prefix + '_suspended'):
        return name + '_SUSPENDED'
    return name + ('_CLOSED' if getattr(object, prefix + '_frame', 0) is None else '_CREATED')


def getgeneratorstate(generator):
    return _state(generator, 'gi', 'GEN')


def getcoroutinestate(coroutine):
    return _state(coroutine, 'cr', 'CORO')


def getasyncgenstate(agen):
    return _state(agen, 'ag', 'AGEN')


def getmembers(object, predicate=None):
    members = [(name, getattr(object, name)) for name in sorted(dir(object)) if hasattr(object, name)]
    return [member for member in members if predicate is None or predicate(member[1])]


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    import sys
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def unwrap(func, *, stop=None):
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def getsourcelines(object):
    object = unwrap(_unwrapped(object))
    code = getattr(object, '__code__', object)
    if not hasattr(code, 'co_firstlineno'):
        raise OSError('could not get source code')
    lines = _source().splitlines(True)
    first = code.co_firstlineno - 1
    margin = len(lines[first]) - len(lines[first].lstrip())
    last = first + 1
    end = last
    begun = not lines[first].lstrip().startswith('@')
    while last < len(lines):
        text = lines[last].strip()
        if text and not text.startswith('#'):
            if begun and len(lines[last]) - len(lines[last].lstrip()) <= margin and text[0] not in ')]}':
                break
            begun = begun or not text.startswith('@')
            end = last + 1
        last += 1
    return lines[first:end], first + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getfile(object):
    return 'main.py'


getsourcefile = getfile


class FrameInfo(tuple):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


def stack(context=1):
    frame = currentframe()
    lines = _source().splitlines(True)
    out = []
    while frame:
        out.append(FrameInfo((frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, [lines[frame.f_lineno - 1]], 0)))
        frame = frame.f_back
    return out


class _empty:
    pass


_empty.__name__ = _empty.__qualname__ = '_empty'


class _Kind(int):
    def __new__(cls, number, name, description):
        self = super().__new__(cls, number)
        self.name = name
        self.description = description
        return self

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name


def annotation_text(annotation):
    if isinstance(annotation, type) and type(annotation) is type:
        module = annotation.__module__
        return annotation.__qualname__ if module in ('builtins', '__main__') and module != '__main__' else f'{module}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


formatannotation = annotation_text


class Parameter:
    empty = _empty
    POSITIONAL_ONLY = _Kind(0, 'POSITIONAL_ONLY', 'positional-only')
    POSITIONAL_OR_KEYWORD = _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
    VAR_POSITIONAL = _Kind(2, 'VAR_POSITIONAL', 'variadic positional')
    KEYWORD_ONLY = _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
    VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation, **changes}
        return Parameter(values.pop('name'), values.pop('kind'), **values)

    def __str__(self):
        text = ('', '', '*', '', '**')[self.kind] + self.name
        if self.annotation is not _empty:
            text += ': ' + annotation_text(self.annotation)
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments or parameter.kind > 2:
                break
            if parameter.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind == 4:
                out.update(self.arguments[name])
            elif name in self.arguments and parameter.kind == 3:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind in (2, 4):
                arguments[name] = () if parameter.kind == 2 else {}
        self.arguments = arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=_empty):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == 2:
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                kwargs = {}
            elif args and kind < 2:
                if name in kwargs and kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and kind:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
            elif args and kind == 3:
                break
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts = []
        last = None
        for parameter in self.parameters.values():
            kind = parameter.kind
            if last == 0 and kind > 0:
                parts.append('/')
            if kind == 3 and last not in (2, 3):
                parts.append('*')
            parts.append(str(parameter))
            last = kind
        if last == 0:
            parts.append('/')
        text = f"({', '.join(parts)})"
        return text if self.return_annotation is _empty else f'{text} -> {annotation_text(self.return_annotation)}'

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.items()) == list(other.parameters.items()) and self.return_annotation == other.return_annotation


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    if getattr(obj, '__signature__', None) is not None:
        return obj.__signature__
    skip = 0
    if isinstance(obj, type):
        skip = 1
        for name in '__init__', '__new__':
            made = getattr(obj, name, None)
            if isinstance(made, _Function):
                obj = made
                break
        else:
            return Signature()
    elif isinstance(obj, _Method):
        obj = obj.__func__
        skip = 1
    elif not isinstance(obj, _Function):
        if type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
            inner = signature(obj.func)
            bound = inner.bind_partial(*obj.args, **obj.keywords)
            left = []
            keyword = False
            for name, parameter in inner.parameters.items():
                if name in obj.keywords:
                    keyword = True
                    left.append(parameter.replace(default=obj.keywords[name], kind=Parameter.KEYWORD_ONLY))
                elif name not in bound.arguments or parameter.kind in (2, 4):
                    left.append(parameter.replace(kind=Parameter.KEYWORD_ONLY) if keyword and parameter.kind == 1 else parameter)
            return inner.replace(parameters=left)
        call = getattr(type(obj), '__call__', None)
        if not isinstance(call, _Function):
            raise ValueError(f'no signature found for builtin {obj!r}')
        obj = call
        skip = 1
    names, only, positional, keyword, varargs, varkwargs = _parameters(obj)
    annotations = obj.__annotations__
    defaults = obj.__defaults__ or ()
    keyword_defaults = obj.__kwdefaults__ or {}
    made = []
    def add(name, kind, default=_empty):
        made.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    for place in range(positional):
        at = place - positional + len(defaults)
        add(names[place], Parameter.POSITIONAL_ONLY if place < only else Parameter.POSITIONAL_OR_KEYWORD, defaults[at] if at >= 0 else _empty)
    after = positional + keyword
    if varargs:
        add(names[after], Parameter.VAR_POSITIONAL)
    for name in names[positional:after]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if varkwargs:
        add(names[after + varargs], Parameter.VAR_KEYWORD)
    return Signature(made[skip:], return_annotation=annotations.get('return', _empty))


FullArgSpec = _namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations', module='inspect')


def getfullargspec(func):
    kinds = {}
    sig = signature(func, follow_wrapped=False)
    for p in sig.parameters.values():
        kinds.setdefault(p.kind, []).append(p)

    def of(*wanted):
        return [p for kind in wanted for p in kinds.get(kind, ())]
    plain, kwonly = of(Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD), of(Parameter.KEYWORD_ONLY)
    if hasattr(func, '__self__') and hasattr(func, '__func__'):
        plain = list(signature(func.__func__).parameters.values())[:1] + plain
    star, stars = of(Parameter.VAR_POSITIONAL), of(Parameter.VAR_KEYWORD)
    defaults = tuple(p.default for p in plain if p.default is not Parameter.empty)
    return FullArgSpec([p.name for p in plain], star[0].name if star else None, stars[0].name if stars else None, defaults or None,
                       [p.name for p in kwonly], {p.name: p.default for p in kwonly if p.default is not Parameter.empty} or None,
                       dict(getattr(func, '__annotations__', {})))
