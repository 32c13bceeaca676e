import logging
import sys


class Redact(logging.Filter):
    def __init__(self, words):
        super().__init__()
        self.words = words

    def filter(self, record):
        text = record.getMessage()
        for word in self.words:
            text = text.replace(word, "*" * len(word))
        record.msg, record.args = text, ()
        return True


class Once:
    def __init__(self):
        self.seen = set()

    def filter(self, record):
        fresh = record.msg not in self.seen
        self.seen.add(record.msg)
        return fresh


class Tagged(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['job']}] {msg}", kwargs


logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="{levelname[0]} {name}: {message}", style="{")
log = logging.getLogger("jobs")
log.addFilter(Redact(["hunter2"]))
log.addFilter(Once())
log.info("password is %s", "hunter2")
for _ in range(3):
    log.warning("disk almost full")
job = Tagged(log, {"job": "nightly"})
job.info("copied %d files", 12)
job.error("could not copy %s", "x.txt")
print(job.isEnabledFor(logging.DEBUG), job.name, job.logger is log, job.getEffectiveLevel())
only_db = logging.Filter("jobs.db")
for name in ("jobs", "jobs.db", "jobs.db.pool", "jobs.dbx"):
    print(name, only_db.filter(logging.makeLogRecord({"name": name})))
logging.getLogger().handlers[0].addFilter(lambda record: record.levelno != logging.INFO)
log.info("dropped by a function")
log.critical("kept")
