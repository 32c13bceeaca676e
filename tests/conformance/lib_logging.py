import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s", datefmt="%H:%M:%S")
log = logging.getLogger("shop.orders")
log.debug("hidden")
log.info("order %d for %s", 7, "Ann")
log.warning("stock is low: %.1f%%", 12.5)
try:
    {}["price"]
except KeyError:
    log.exception("no price")
logging.error("from the root")
log.setLevel(logging.ERROR)
log.warning("hidden now")
print(log.getEffectiveLevel() == logging.ERROR, log.isEnabledFor(logging.INFO), logging.getLevelName(20), log.name, log.parent.name)
