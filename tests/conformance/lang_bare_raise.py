def log_and_raise(value):
    try:
        return 10 // value
    except ZeroDivisionError:
        print("logging")
        raise


try:
    log_and_raise(0)
except ZeroDivisionError as error:
    print("caught", error)

try:
    raise
except RuntimeError as error:
    print(error)

try:
    raise "text"
except TypeError as error:
    print(error)
