class Account:
    __rate = 2
    bonus = __rate * 5

    def __init__(self):
        self.__balance = 10

    def value(self):
        return self.__balance * self.__rate + self.bonus


account = Account()
print(account.value(), account._Account__balance, hasattr(account, "__balance"), sorted(vars(account)))
x = "module"


class Outer:
    x = "class"
    copied = x

    def method(self):
        return x

    class Inner:
        y = "inner"


print(Outer().method(), Outer.copied, Outer.Inner.y, Outer.Inner.__qualname__, Outer.method.__qualname__)
