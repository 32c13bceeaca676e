import types

space = types.SimpleNamespace(x=1, name="ns")
space.y = [2]
print(space, space == types.SimpleNamespace(x=1, name="ns", y=[2]), vars(space))
frozen = types.MappingProxyType({"a": 1})
try:
    frozen["a"] = 2
except TypeError as error:
    print(error)


async def coro():
    pass


def generator():
    yield


c = coro()
print(isinstance(c, types.CoroutineType), isinstance(generator(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), isinstance(coro, types.FunctionType))
c.close()
print(types.MethodType(lambda self, n: self + n, 5)(6), isinstance(types, types.ModuleType), types.__name__)
