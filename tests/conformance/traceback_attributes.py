# exit: 1
# error.__traceback__ as a value.
def fail():
    1 / 0


def through():
    fail()


def show(traceback):
    while traceback is not None:
        frame = traceback.tb_frame
        code = frame.f_code
        print(traceback.tb_lineno, code.co_name, code.co_qualname, code.co_filename, code.co_firstlineno)
        traceback = traceback.tb_next


try:
    through()
except ZeroDivisionError as error:
    show(error.__traceback__)
    print(type(error.__traceback__).__name__)
    kept = error
print(kept.with_traceback(None) is kept, kept.__traceback__)
try:
    raise kept
except ZeroDivisionError:
    show(kept.__traceback__)
    print(hasattr(kept.__traceback__, "tb_nothing"))
print(ValueError().__traceback__)
kept.__traceback__ = None
raise kept
