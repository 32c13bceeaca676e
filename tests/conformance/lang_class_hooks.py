class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **options):
        super().__init_subclass__(**options)
        Plugin.registry[key or cls.__name__.lower()] = cls


class Csv(Plugin):
    pass


class Json(Plugin, key="js"):
    pass


class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value


print({key: cls.__name__ for key, cls in Plugin.registry.items()})
print(Single(1) is Single(2), Single.instance.value)


class Meta(type):
    def __call__(cls, *args, **kwargs):
        print("making a", cls.__name__)
        return super().__call__(*args, **kwargs)


class Made(metaclass=Meta):
    pass


print(type(Made()).__name__, type(Made).__name__, type("Dynamic", (Made,), {"x": 5})().x)
