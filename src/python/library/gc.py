_enabled = True


def collect(generation=2):
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def __getattr__(name):
    if name in ('get_objects', 'get_referrers', 'get_referents', 'get_count', 'get_stats', 'callbacks', 'garbage', 'set_threshold', 'get_threshold', 'freeze'):
        raise NotImplementedError(f'the playground does not support gc.{name}: it counts references, and has no collector of cycles')
    raise AttributeError(f"module 'gc' has no attribute '{name}'")
