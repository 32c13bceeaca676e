class Animal:
    legs = 4
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} makes {self.sound()}"

    def sound(self):
        return "noise"


class Dog(Animal):
    def __init__(self, name, trick):
        super().__init__(name)
        self.trick = trick

    def sound(self):
        return "woof, not " + super().sound()


class Bird(Animal):
    legs = 2


dog, bird = Dog("Rex", "roll"), Bird("Tweety")
print(dog.speak(), bird.speak(), dog.legs, bird.legs, Animal.count)
dog.legs = 3
print(dog.legs, Dog.legs, isinstance(dog, Animal), issubclass(Bird, Dog), type(bird).__name__)
print(hasattr(dog, "trick"), getattr(bird, "trick", "none"), Animal.speak(dog))
setattr(bird, "colour", "yellow")
print(bird.__dict__, dog.speak.__name__, Dog.__name__, Dog.__bases__[0].__name__)
try:
    bird.trick
except AttributeError as error:
    print(error)
