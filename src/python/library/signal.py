from enum import IntEnum as _IntEnum

Signals = _IntEnum('Signals', {'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGABRT': 6, 'SIGKILL': 9, 'SIGUSR1': 10, 'SIGSEGV': 11, 'SIGUSR2': 12,
                               'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15, 'SIGCHLD': 17, 'SIGCONT': 18, 'SIGSTOP': 19, 'SIGWINCH': 28}, module='signal')
Handlers = _IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__, **Handlers.__members__)


def default_int_handler(signum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    old = getsignal(signalnum)
    _handlers[signalnum] = handler
    return old


def raise_signal(signum, /):
    handler = getsignal(signum)
    if callable(handler):
        handler(signum, None)
    elif handler != SIG_IGN:
        raise NotImplementedError(f'the playground does not support signals that end the program: {Signals(signum).name}')


def strsignal(signalnum, /):
    return {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 9: 'Killed', 14: 'Alarm clock', 15: 'Terminated'}.get(signalnum)


def __getattr__(name):
    if name in ('alarm', 'pause', 'setitimer', 'set_wakeup_fd', 'sigwait', 'siginterrupt', 'pthread_kill'):
        raise NotImplementedError(f'the playground does not support signal.{name}: no signals come from outside; use asyncio.sleep() or loop.call_later()')
    raise AttributeError(f"module 'signal' has no attribute '{name}'")
