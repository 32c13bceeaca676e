# A context stays current for as long as its run takes, however long that is.
import contextvars

depth = contextvars.ContextVar("depth", default=0)


def busy():
    depth.set(depth.get() + 1)
    total = 0
    for n in range(30000):
        total += n & depth.get()
    return total, depth.get()


context = contextvars.copy_context()
print(context.run(busy), context.run(busy), depth.get(), context[depth])
