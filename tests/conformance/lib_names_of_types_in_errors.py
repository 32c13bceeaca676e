# Errors name types as C code does: some with their module.
from contextvars import ContextVar, copy_context
from typing import ParamSpec, TypeVar

variable = ContextVar("variable")
for value in (variable, copy_context(), variable.set(1), TypeVar("T"), ParamSpec("P")):
    for mistake in (lambda: value.missing, lambda: value(), lambda: value < 1, lambda: -value):
        try:
            mistake()
        except (AttributeError, TypeError) as error:
            print(error)
