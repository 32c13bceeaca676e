import logging
import sys
import time


class Collect(logging.Handler):
    def emit(self, record):
        print("handled", record.levelname, record.getMessage(), record.name)


logger = logging.getLogger("app")
logger.setLevel(logging.DEBUG)
logger.propagate = False
logger.addHandler(Collect())
stream = logging.StreamHandler(sys.stdout)
stream.setLevel(logging.WARNING)
stream.setFormatter(logging.Formatter("{levelname:8}|{message}|{relativeCreated:.0f}", style="{"))
logger.addHandler(stream)
logger.debug("one")
time.sleep(2)
logger.critical("two")
logging.getLogger("app.child").warning("three")
logging.getLogger("elsewhere").warning("with no configuration, to stderr")
logger.removeHandler(stream)
logger.error("four")
