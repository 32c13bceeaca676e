class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("bound to", owner.__name__, name)

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Box:
    __slots__ = ("_width", "_height")
    width, height = Positive(), Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height


box = Box(2, 3)
box.width *= 5
print(box.width * box.height)
for name, value in [("height", -1), ("depth", 1)]:
    try:
        setattr(box, name, value)
    except (ValueError, AttributeError) as error:
        print(error)
