import logging

logging.info("nobody hears this")
logging.warning("the first call configures the root")
logging.basicConfig(level=logging.DEBUG, format="ignored: %(message)s")
logging.info("still hidden")
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s - %(message)s", force=True)
logging.debug("heard now")
logging.log(35, "a level of one's own")
logging.addLevelName(35, "LOUD")
logging.log(35, "named")
quiet = logging.getLogger("library")
quiet.addHandler(logging.NullHandler())
quiet.propagate = False
quiet.error("to nobody")
logging.disable(logging.ERROR)
logging.error("disabled")
logging.critical("not disabled")
logging.disable(logging.NOTSET)
logging.getLogger().setLevel("ERROR")
logging.warning("too low")
for bad in ("VERBOSE", 3.5):
    try:
        logging.getLogger("x").setLevel(bad)
    except (ValueError, TypeError) as error:
        print(error)
try:
    logging.basicConfig(format="%(message)s", colour=True, force=True)
except ValueError as error:
    print(error)
print(logging.getLevelName(40), logging.getLevelName("DEBUG"), logging.getLevelName(7), logging.getLevelNamesMapping()["WARN"])
