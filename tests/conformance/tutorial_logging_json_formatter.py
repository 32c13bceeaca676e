import json
import logging
import sys
import time


class JsonLines(logging.Formatter):
    default = {"service": "checkout"}

    def format(self, record):
        row = {"at": self.formatTime(record), "level": record.levelname.lower(), "event": record.getMessage(), **self.default}
        for key in ("order", "user"):
            if hasattr(record, key):
                row[key] = getattr(record, key)
        if record.exc_info:
            row["error"] = repr(record.exc_info[1])
        return json.dumps(row)


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(JsonLines())
log = logging.getLogger("checkout")
log.addHandler(handler)
log.setLevel(logging.INFO)
log.info("started in %s mode", "test")
time.sleep(61.5)
log.warning("card declined", extra={"order": 17, "user": "ann"})
try:
    int("12a")
except ValueError:
    log.exception("bad amount", extra={"order": 18})
log.debug("not this one")
try:
    log.info("clash", extra={"name": "x"})
except KeyError as error:
    print(error)
record = logging.LogRecord("n", logging.INFO, "main.py", 3, "v=%r", ("a",), None)
print(record.getMessage(), record.levelname, record.filename, record.module, JsonLines().format(record))
