import logging
import logging.handlers
import queue
import sys

records = queue.Queue()
stream = logging.StreamHandler(sys.stdout)
stream.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
log = logging.getLogger("q")
log.setLevel(logging.DEBUG)
log.addHandler(logging.handlers.QueueHandler(records))
log.info("one %d", 1)
log.warning("two")
print("nothing shown yet", records.qsize())
listener = logging.handlers.QueueListener(records, stream)
listener.start()
log.error("three")
listener.stop()
print("stopped", records.qsize())
memory = logging.handlers.MemoryHandler(10, target=stream)
log.handlers = [memory]
log.debug("kept")
log.info("kept too")
print("buffered", len(memory.buffer))
log.error("flushes all")
print("buffered", len(memory.buffer))
log.info("at the end")
memory.close()
