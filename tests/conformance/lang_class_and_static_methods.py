class Date:
    made = 0

    def __init__(self, year, month):
        self.year, self.month = year, month
        type(self).made += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    @classmethod
    def name(cls):
        return cls.__name__


class Birthday(Date):
    pass


day = Birthday.parse("2024-02")
print(type(day).__name__, day.year, Date.leap(day.year), day.leap(1900), Birthday.made, Date.made, day.name(), Date.name())
