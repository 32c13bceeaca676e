class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("del", self.name)


def scope():
    r = Resource("local")
    print("in scope")


scope()
a = Resource("a")
b = a
del a
print("still there")
b = None
print("gone")
items = [Resource("x"), Resource("y")]
items.pop()
items.clear()
c = Resource("last")
print("end")
