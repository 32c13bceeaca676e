import asyncio
from dataclasses import dataclass, field
from enum import Flag, IntEnum, StrEnum, auto, unique
from itertools import count, groupby


class Access(Flag):
    READ = auto()
    WRITE = auto()
    SHARE = auto()
    EDITOR = READ | WRITE
    OWNER = EDITOR | SHARE
    NONE = 0


@unique
class Role(StrEnum):
    GUEST = auto()
    MEMBER = "member"
    ADMIN = auto()

    @property
    def access(self):
        return {Role.GUEST: Access.READ, Role.MEMBER: Access.EDITOR}.get(self, Access.OWNER)


class Level(IntEnum):
    DEBUG = 10
    INFO = 20
    ERROR = 40


@dataclass(frozen=True)
class Entry:
    level: Level
    text: str
    number: int = field(default_factory=count(1).__next__, compare=False)


@dataclass
class Document:
    title: str
    grants: dict[str, Access] = field(default_factory=dict)
    log: list[Entry] = field(default_factory=list)

    def grant(self, user, role):
        self.grants[user] = self.grants.get(user, Access.NONE) | Role(role).access

    def revoke(self, user, access):
        self.grants[user] &= ~access

    async def act(self, user, access):
        await asyncio.sleep(0.1 * len(access))
        allowed = access in self.grants.get(user, Access.NONE)
        self.log.append(Entry(Level.INFO if allowed else Level.ERROR, f"{user} {access.name}"))
        return allowed


async def main():
    doc = Document("plan")
    for user, role in [("ann", "admin"), ("ben", "member"), ("cat", Role.GUEST)]:
        doc.grant(user, role)
    doc.revoke("ann", Access.SHARE)
    print(doc.grants)
    print(await asyncio.gather(*(doc.act(u, a) for u in ("ann", "ben", "cat", "dan") for a in (Access.READ, Access.EDITOR))))
    for level, entries in groupby(sorted(doc.log, key=lambda e: e.level), key=lambda e: e.level):
        print(level.name, level, [e.text for e in entries])
    print(list(Access), list(Access.OWNER), Access.OWNER & ~Access.WRITE, Access(5), Access.READ ^ Access.EDITOR, bool(Access.NONE), Access.NONE, ~Access.READ, len(Access.OWNER))
    print(Role.GUEST, repr(Role.ADMIN), Role.MEMBER + "s", Role("guest").upper(), f"{Role.ADMIN:>8}", Role.GUEST in {"guest"}, sorted(Role), [r.name for r in Role])
    print(max(Level), Level.INFO + 5, Level(40), Level.DEBUG < 15, f"{Level.INFO:04d}", Entry(Level.INFO, "x") == Entry(Level.INFO, "x"), {Entry(Level.DEBUG, "h")})
    for broken in (lambda: Role("root"), lambda: Access(64), lambda: Access["NOPE"], lambda: Level("x"), lambda: Access.READ | 2, lambda: Access.READ in 3):
        try:
            print(broken())
        except (ValueError, KeyError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
