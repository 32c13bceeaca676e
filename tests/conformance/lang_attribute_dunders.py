class Recorder:
    def __init__(self):
        self.__dict__["log"] = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no {name} here")
        return lambda *args: self.log.append((name, args))

    def __setattr__(self, name, value):
        self.log.append(("set " + name, value))

    def __delattr__(self, name):
        self.log.append(("del " + name,))


r = Recorder()
r.open("door", 1)
r.colour = "red"
del r.colour
print(r.log, hasattr(r, "anything"), hasattr(r, "_private"), getattr(r, "_x", "default"))
try:
    r._secret
except AttributeError as error:
    print(error)
