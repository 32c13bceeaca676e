"""logging.config.dictConfig: formatters, filters and handlers by name, factories, and what it refuses."""
import logging
import logging.config
import sys


class OnlyEven(logging.Filter):
    def __init__(self, start=0):
        super().__init__()
        self.count = start

    def filter(self, record):
        self.count += 1
        record.count = self.count
        return self.count % 2 == 0


class Shouting(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


before = logging.getLogger("before")
child = logging.getLogger("shop.cart.old")
logging.config.dictConfig({
    "version": 1,
    "formatters": {
        "plain": {"format": "{levelname:<8}{count:02d} {message}", "style": "{"},
        "loud": {"()": Shouting, "format": "%(name)s: %(message)s"},
    },
    "filters": {"even": {"()": "__main__.OnlyEven", "start": 1}, "shop": {"name": "shop"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "filters": ["even"]},
        "loud": {"class": "logging.StreamHandler", "stream": sys.stdout, "formatter": "loud", "level": "WARNING", "filters": ["shop"]},
        "held": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "target": "loud", "flushLevel": logging.ERROR},
    },
    "loggers": {
        "shop": {"level": "DEBUG", "handlers": ["out"], "propagate": False},
        "shop.cart": {"handlers": ["held"]},
    },
    "root": {"level": "INFO", "handlers": ["loud"]},
})
shop, cart = logging.getLogger("shop"), logging.getLogger("shop.cart")
for n in range(4):
    shop.debug("item %d", n)
cart.warning("held back")
cart.info("too quiet")
print("--")
cart.error("let go")
logging.warning("not of the shop")
before.error("disabled")
print(before.disabled, child.disabled, len(shop.handlers), cart.handlers[0].name, logging.root.level, logging.getHandlerNames() >= {"out", "loud"})
for wrong in (
    {},
    {"version": 2},
    {"version": 1, "handlers": {"h": {"class": "logging.NoSuchHandler"}}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
    {"version": 1, "loggers": {"x": {"handlers": ["nobody"]}}},
    {"version": 1, "root": {"level": "LOUD"}},
):
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print(error, "<-", repr(error.__cause__))
