class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        print("set", value)
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleted")

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32


t = Temperature(20)
t.celsius += 5
print(t.celsius, t.fahrenheit)
del t.celsius
for value in (-300, 0):
    try:
        t.celsius = value
        t.fahrenheit = 10
    except (ValueError, AttributeError) as error:
        print(error)
