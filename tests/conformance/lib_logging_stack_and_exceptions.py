import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s (%(funcName)s)"))
log = logging.getLogger("trace")
log.addHandler(handler)
log.setLevel("DEBUG")


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        log.error("cannot parse %r", text, exc_info=True)
        log.warning("given directly", exc_info=error)
        raise KeyError(text) from error


def helper():
    log.info("told of the caller", stacklevel=2)


def outer():
    helper()
    try:
        parse("7x")
    except KeyError:
        log.exception("gave up")


outer()
log.error("no error here", exc_info=True)
log.info("module level")
formatter = logging.Formatter("%(message)s")
try:
    1 / 0
except ZeroDivisionError:
    print(formatter.formatException(sys.exc_info()))
