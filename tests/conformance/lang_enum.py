from enum import Enum, Flag, IntEnum, auto


class State(Enum):
    IDLE = "idle"
    BUSY = "busy"
    DONE = "idle"

    def loud(self):
        return self.value.upper()


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Permission(Flag):
    READ = auto()
    WRITE = auto()


print(State.IDLE, repr(State.BUSY), State.IDLE.name, State("busy"), State["BUSY"], State.DONE is State.IDLE)
print(list(State), len(State), State.BUSY.loud(), State.IDLE == "idle", isinstance(State.BUSY, State), State.BUSY in {State.BUSY})
print(Level.HIGH > Level.LOW, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW} {State.IDLE}")
print(Permission.READ | Permission.WRITE, Permission.READ in (Permission.READ | Permission.WRITE), Permission(0))
try:
    State("gone")
except ValueError as error:
    print(error)
