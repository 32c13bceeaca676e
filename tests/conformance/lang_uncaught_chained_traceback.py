# exit: 1
# Both exceptions are told, the older one first.
def convert(text):
    try:
        return int(text)
    except ValueError:
        return {}[text]


try:
    convert("seven")
except KeyError as error:
    raise RuntimeError("no number") from error
