# exit: 1
import asyncio


async def load(path):
    try:
        raise FileNotFoundError(path)
    except FileNotFoundError as error:
        error.add_note("while loading the configuration")
        error.add_note("second note")
        raise


asyncio.run(load("settings.ini"))
