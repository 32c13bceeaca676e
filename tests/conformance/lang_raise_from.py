class ConfigError(Exception):
    pass


def read(key):
    try:
        return {}[key]
    except KeyError as missing:
        raise ConfigError(f"no {key}") from missing


try:
    read("port")
except ConfigError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
