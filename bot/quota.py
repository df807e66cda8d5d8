"""How many questions a person and a group may ask in a while; and one running question a person."""

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

Whose = Literal["user", "group"]
Clock = Callable[[], float]

_MANY = 1000


@dataclass(frozen=True, slots=True)
class Over:
    """A quota that is used up: of the person or of the group, its size, and the minutes until there is room again.

    `is_told` is whether they were told already; once in each while is enough.
    """

    whose: Whose
    most: int
    minutes: int
    is_told: bool


@dataclass(slots=True)
class _Asker:
    """When somebody asked lately, until when they know of their quota, and how many questions run or wait."""

    asked: deque[float] = field(default_factory=deque)
    told_until: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class Quota:
    """Counts in memory, since a restart harms nobody; 0 for `user` or `group` (questions in `minutes`) is no limit."""

    def __init__(self, minutes: int, user: int, group: int, clock: Clock = time.monotonic) -> None:
        self._seconds = minutes * 60.0
        self._most: dict[Whose, int] = {"user": user, "group": group}
        self._clock = clock
        self._askers: dict[tuple[Whose, int], _Asker] = {}

    def take(self, chat: int, user: int) -> Over | None:
        """Counts a question that a person asks in a chat; where a quota is used up it counts for neither."""
        now = self._clock()
        keys: list[tuple[Whose, int]] = [("user", user)]
        if chat < 0:
            keys.append(("group", chat))
        for key in keys:
            if over := self._over(key, now):
                return over
        for key in keys:
            self._asker(key).asked.append(now)
        return None

    @asynccontextmanager
    async def alone(self, user: int) -> AsyncIterator[None]:
        """While no other question of this person runs, whatever chat it was asked in."""
        asker = self._asker(("user", user))
        asker.waiting += 1
        try:
            async with asker.lock:
                yield
        finally:
            asker.waiting -= 1

    def _over(self, key: tuple[Whose, int], now: float) -> Over | None:
        asker, most = self._asker(key), self._most[key[0]]
        while asker.asked and asker.asked[0] <= now - self._seconds:
            asker.asked.popleft()
        if not most or len(asker.asked) < most:
            return None
        free = asker.asked[0] + self._seconds
        is_told, asker.told_until = now < asker.told_until, max(asker.told_until, free)
        return Over(key[0], most, max(1, math.ceil((free - now) / 60)), is_told)

    def _asker(self, key: tuple[Whose, int]) -> _Asker:
        if key not in self._askers and len(self._askers) >= _MANY:
            self._forget_quiet()
        return self._askers.setdefault(key, _Asker())

    def _forget_quiet(self) -> None:
        before = self._clock() - self._seconds
        for key, asker in list(self._askers.items()):
            if not asker.waiting and (not asker.asked or asker.asked[-1] <= before):
                del self._askers[key]
