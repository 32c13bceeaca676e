import logging
import sys

root_handler = logging.StreamHandler(sys.stdout)
root_handler.setFormatter(logging.Formatter("root   %(name)-14s %(levelname)s %(message)s"))
logging.getLogger().addHandler(root_handler)
app = logging.getLogger("app")
db = logging.getLogger("app.db")
pool = logging.getLogger("app.db.pool")
app_handler = logging.StreamHandler(sys.stdout)
app_handler.setLevel(logging.ERROR)
app_handler.setFormatter(logging.Formatter("app    %(name)-14s %(levelname)s %(message)s"))
app.addHandler(app_handler)
app.setLevel(logging.INFO)
pool.setLevel(logging.DEBUG)
for logger in (app, db, pool):
    logger.debug("debug from %s", logger.name)
    logger.error("error from %s", logger.name)
db.propagate = False
db.error("cut off from the others")
print(pool.parent.name, db.parent.name, app.parent.name, pool.getEffectiveLevel(), db.getEffectiveLevel(), db.hasHandlers(), db.handlers)
print(pool.getChild("x").name, logging.getLogger("app") is app, logging.root.level, pool.isEnabledFor(10), app.isEnabledFor(10))
late = logging.getLogger("web.views.home")
middle = logging.getLogger("web.views")
print(late.parent.name, middle.parent.name)
print(logging.getLogger("app.db").manager is logging.root.manager, repr(db), repr(logging.getLogger()))
