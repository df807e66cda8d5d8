"""Telegram's flood control: 30 messages a second in all, 1 a second in a private chat, 20 a minute in a group."""

import math
from collections import defaultdict, deque

from .errors import too_many_requests

COUNTED = frozenset(
    [
        "sendMessage",
        "sendDocument",
        "sendMediaGroup",
        "editMessageMedia",
        "sendPhoto",
        "copyMessage",
        "forwardMessage",
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
    ]
)
OVERALL = (30, 1.0)
PRIVATE = (3, 3.0)  # one a second, with short bursts
GROUP = (20, 60.0)
GRACE = 0.1  # seconds; messages sent at the right pace may arrive a little closer together


class Flood:
    """Off until `on`; `refused` counts the 429 answers that the bot brought upon itself."""

    def __init__(self) -> None:
        self.on = False
        self.refused = 0
        self._sent: dict[int | None, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat_id: int | None, private: bool, now: float) -> None:
        """Counts a request.

        Raises:
            ApiError: 429, over one of the limits; the refused request is not counted.
        """
        if not self.on or method not in COUNTED:
            return
        waits = [self._wait(None, OVERALL, now), self._wait(chat_id, PRIVATE if private else GROUP, now)]
        if any(waits):
            self.refused += 1
            raise too_many_requests(max(1, math.ceil(max(waits))))
        self._sent[None].append(now)
        self._sent[chat_id].append(now)

    def _wait(self, key: int | None, limit: tuple[int, float], now: float) -> float:
        """Seconds until another message fits."""
        most, window = limit
        sent = self._sent[key]
        while sent and now - sent[0] >= window - GRACE:
            sent.popleft()
        return 0.0 if len(sent) < most else window - (now - sent[0])
