def child():
    try:
        yield 1
    except GeneratorExit:
        print("child closed")
        raise
    finally:
        print("child finally")


def parent():
    try:
        yield from child()
    finally:
        print("parent finally")


g = parent()
print(next(g))
g.close()
g = parent()
next(g)
del g
print("collected")


def pipeline(*stages):
    def run(source):
        for stage in stages:
            source = stage(source)
        return source
    return run


def doubled(source):
    for n in source:
        yield n * 2


def odd_thirds(source):
    for i, n in enumerate(source):
        if i % 3:
            yield n


print(list(pipeline(doubled, odd_thirds, doubled)(range(6))))
