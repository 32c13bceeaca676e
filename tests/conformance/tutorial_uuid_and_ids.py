import itertools
import re
import secrets
import uuid

ids = itertools.count(1)


def short_id(prefix):
    return f"{prefix}-{next(ids):04d}"


print(short_id("job"), short_id("job"))
identifier = uuid.uuid4()
print(len(str(identifier)), identifier.version, bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", str(identifier))))
fixed = uuid.UUID("12345678123456781234567812345678")
print(fixed, repr(fixed), fixed.hex, fixed.int % 1000, fixed == uuid.UUID("{12345678-1234-5678-1234-567812345678}"), fixed < uuid.UUID(int=0))
try:
    uuid.UUID("xyz")
except ValueError as error:
    print(error)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.choice("a"), secrets.compare_digest("a", "a"))
print(len({uuid.uuid4() for _ in range(20)}), secrets.randbelow(1), uuid.NAMESPACE_DNS)
