import contextvars

names = [contextvars.ContextVar(name) for name in "abc"]


def fill():
    for place, name in enumerate(names):
        name.set(place)
    return contextvars.copy_context()


context = contextvars.Context()
print(len(context), context == contextvars.Context())
inside = context.run(fill)
print(len(context), inside == context, inside is context, sorted(context.values()))
print(context[names[1]], context.get(names[2]), names[0] in context, sorted(var.name for var in context))
print(sorted((var.name, value) for var, value in context.items()), len(contextvars.copy_context()))
context.run(names[0].set, "changed")
print(inside[names[0]], context[names[0]], inside == context, context.copy() == context)
for wrong in (lambda: context["a"], lambda: "a" in context, lambda: context.get(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
try:
    context.run(context.run, print)
except RuntimeError as error:
    print(str(error).split(":")[0], str(error).split("> ")[-1])


def fail(*args, **options):
    names[1].set("kept")
    raise KeyError(args, options)


try:
    context.run(fail, 1, two=2)
except KeyError as error:
    print(error, context[names[1]])
