"""The queue of updates: kept until confirmed, as Telegram keeps them."""

import random
from collections.abc import Callable
from typing import Any

from .errors import conflict

DAY = 24 * 3600.0
WEEK = 7 * DAY
OFF_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates in order of their ids; `now` tells the time in seconds.

    After a week without updates the next id is picked at random, as the documentation says.
    """

    def __init__(self, now: Callable[[], float], seed: int) -> None:
        self.now = now
        self.random = random.Random(seed)
        self.next_id = self.random.randrange(100_000_000, 900_000_000)
        self.last = now()
        self.waiting: list[tuple[float, dict[str, Any]]] = []
        self.allowed: frozenset[str] | None = None
        self.poll = 0
        self.webhook: dict[str, Any] = {}

    def put(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Queues an update; None where the bot did not ask for this kind."""
        if kind in OFF_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        if self.now() - self.last > WEEK:
            self.next_id = self.random.randrange(100_000_000, 900_000_000)
        self.last = self.now()
        number = self.next_id
        self.next_id += 1
        self.waiting.append((self.last, {"update_id": number, kind: payload}))
        return number

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers which kinds the bot asked for; None leaves it as it was, an empty list means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def begin_poll(self) -> int:
        """The number of a new poll, which ends the one before it.

        Raises:
            ApiError: 409, a webhook is set.
        """
        if self.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        self.poll += 1
        return self.poll

    def check_poll(self, number: int) -> None:
        """Raises ApiError 409 when another poll has taken over."""
        if self.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        if number != self.poll:
            raise conflict(OTHER_POLLER)

    def take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Confirms everything below `offset` (negative: all but the last ones) and gives what waits from there on."""
        self.waiting = [(date, update) for date, update in self.waiting if self.now() - date < DAY]
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [(date, update) for date, update in self.waiting if update["update_id"] >= offset]
        return [update for _, update in self.waiting[:limit]]

    def confirm(self, number: int) -> None:
        """Drops one update, delivered by webhook."""
        self.waiting = [(date, update) for date, update in self.waiting if update["update_id"] != number]
