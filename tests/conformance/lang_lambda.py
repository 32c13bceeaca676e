double = lambda x: x * 2
compose = lambda *fs: lambda x: compose(*fs[1:])(fs[0](x)) if fs else x
print(double(4), compose(double, str, len)(50), (lambda: "called")())
print(sorted(["bb", "a", "ccc"], key=lambda word: -len(word)))
print((lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, z=5))
print(double.__name__)
