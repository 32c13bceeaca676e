total = 0


def account(start):
    balance = start

    def deposit(amount):
        nonlocal balance
        global total
        balance += amount
        total += amount
        return balance

    def peek():
        return balance

    return deposit, peek


deposit, peek = account(10)
print(deposit(5), deposit(7), peek(), total)
other, _ = account(0)
other(1)
print(peek(), total)
