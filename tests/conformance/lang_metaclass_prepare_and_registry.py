class Ordered(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("define", key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print("prepare", name, [base.__name__ for base in bases], options)
        return Ordered()

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, dict(namespace))
        cls.options = options
        cls.fields = [key for key in namespace if not key.startswith("_")]
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        print("init", name)

    def __call__(cls, *args):
        instance = super().__call__(*args)
        print("called", cls.__name__, args)
        return instance

    def __len__(cls):
        return len(cls.fields)

    def __contains__(cls, item):
        return item in cls.fields

    def __iter__(cls):
        return iter(cls.fields)

    def __repr__(cls):
        return f"<model {cls.__name__}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("fields", ()):
            raise AttributeError(f"{name} is fixed")
        super().__setattr__(name, value)

    @property
    def label(cls):
        return cls.__name__.upper()


class Model(metaclass=Meta):
    id = 0


class User(Model, table="users"):
    name = "?"
    age = 1

    def hello(self):
        return f"hello {self.name}"


print(User.options, User.fields, len(User), "name" in User, list(User), User, User.label, type(User))
user = User()
print(user.hello(), isinstance(user, Model), issubclass(User, Model))
try:
    User.age = 5
except AttributeError as error:
    print(error)
User.other = 1
print(User.other, [cls.__name__ for cls in Model.__subclasses__()])
Made = type("Made", (User,), {"extra": 1})
print(type(Made).__name__, Made.fields)
try:
    class Bad(User, metaclass=type("Other", (type,), {})):
        pass
except TypeError as error:
    print(error)
