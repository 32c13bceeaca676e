_registered = []


def register(func, /, *args, **kwargs):
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [entry for entry in _registered if entry[0] != func]


def _run_exitfuncs():
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            import sys
            from _frames import format_exception
            sys.stderr.write(f'Exception ignored in atexit callback {func!r}:\n{format_exception(error)}')
