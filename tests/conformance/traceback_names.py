# exit: 1
# What a misspelt name may have been meant to be.
import asyncio

total = 1


class Account:
    balance = 10

    def __init__(self):
        self.owner = "Ada"
        self._secret = 42

    def show(self):
        return owner

    def reveal(self):
        return self.secret

    def hide(self):
        return self._secrets

    def none(self):
        return self.completely_different


account = Account()


def local():
    result = 1
    return reslt


def unbound():
    return reslt
    result = 1


def inner():
    count = 1

    def closure():
        return count + coutn

    closure()


def body():
    class Broken:
        width = 1
        height = widht


def raised_by_hand():
    raise NameError("name 'totl' is not defined", name="totl")


def without_name():
    raise NameError("name 'totl' is not defined")


CASES = [
    local,
    unbound,
    inner,
    body,
    raised_by_hand,
    without_name,
    account.show,
    account.reveal,
    account.hide,
    account.none,
    lambda: pritn(1),
    lambda: totla,
    lambda: Exceptoin,
    lambda: time.sleep(1),
    lambda: xyzzy,
    lambda: account.ownr,
    lambda: account.balanc,
    lambda: account.secret,
    lambda: Account.balnce,
    lambda: [].appendd(1),
    lambda: "abc".uper(),
    lambda: {}.itmes(),
    lambda: asyncio.slep(1),
    lambda: asyncio.TaskGruop(),
    lambda: (1).real_,
]
errors = []
for case in CASES:
    try:
        case()
    except Exception as error:
        errors.append(error)
groups = [ExceptionGroup(f"{at} and on", errors[at : at + 15]) for at in range(0, len(errors), 15)]
raise ExceptionGroup("all of them", groups)
