"""Long polling: an update is in the store before the next call acknowledges it."""

import asyncio
import contextlib
import json
import logging
import time
from dataclasses import dataclass
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.delivery import seconds
from bot.inbox import Lanes
from data.errors import StoreError
from data.store.inbox import Inbox

_LOG = logging.getLogger(__name__)

WANTED = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
    "guest_message",
)
"""Telegram remembers the last list it was given, so it is given at every call."""

_LONG_POLL = 30
_BATCH = 100
_LONGEST_PAUSE = 15.0
_CONFLICT_SECONDS = 60.0
_CONFLICT_PAUSE = 1.0


class Stopped(Exception):
    """Polling cannot go on; the message is for the operator."""


class Listener(ExtBot[dict[str, Any]]):
    """The library's bot, which also hands out updates as Telegram sent them.

    They are stored as they came; one that cannot be understood then fails alone and not the whole batch.
    """

    async def listen(self, offset: int | None) -> list[dict[str, Any]]:
        """The next updates, after up to `_LONG_POLL` seconds; `offset` acknowledges all with lower ids.

        Raises:
            TelegramError: they could not be had.
        """
        wanted: dict[str, Any] = {"timeout": _LONG_POLL, "limit": _BATCH, "allowed_updates": list(WANTED)}
        if offset is not None:
            wanted["offset"] = offset
        updates: Any = await self._post("getUpdates", wanted, read_timeout=_LONG_POLL + 10.0)
        return list(updates)


@dataclass(slots=True)
class Heartbeat:
    """When polling last succeeded, in seconds since 1970 (0 before the first time), and what is under way."""

    last: float = 0.0
    lanes: Lanes | None = None

    @property
    def waiting(self) -> int:
        """Updates taken and not yet done."""
        return self.lanes.waiting if self.lanes else 0


@dataclass(slots=True)
class Conflicts:
    """Since when another process has been polling with our token, in seconds on the monotonic clock.

    A short conflict is normal while an older process of ours ends its last poll. Two pollers take turns in cutting each
    other off, so polls that succeed in between prove nothing; only a quiet while ends a conflict.
    """

    first: float = -_CONFLICT_SECONDS
    last: float = -_CONFLICT_SECONDS

    def note(self, now: float) -> None:
        """One more.

        Raises:
            Stopped: it has gone on for too long.
        """
        if now - self.last > _CONFLICT_SECONDS * 0.75:
            self.first = now
        self.last = now
        if now - self.first > _CONFLICT_SECONDS:
            raise Stopped("another process is polling with this token: stop it, one bot has one poller") from None


async def poll(bot: Listener, inbox: Inbox, lanes: Lanes, heartbeat: Heartbeat) -> None:
    """Until it is cancelled.

    It starts without an offset: what was fetched and not acknowledged comes again and is known by its id, and after a
    quiet week Telegram's ids start anew, which an offset kept from before would hide.

    Raises:
        Stopped: the token is refused, or another process has been polling with it for a minute.
    """
    offset: int | None = None
    faults = 0
    conflicts = Conflicts()
    while True:
        try:
            updates = await bot.listen(offset)
            await _keep(inbox, updates)
        except InvalidToken:
            raise Stopped("Telegram refuses the token: set HUIWEN_TELEGRAM_TOKEN to the one BotFather gave") from None
        except (TelegramError, StoreError) as error:
            faults += 1
            if isinstance(error, Conflict) and "webhook" in error.message:
                await _without_webhook(bot)
            elif isinstance(error, Conflict):
                conflicts.note(time.monotonic())
            await asyncio.sleep(_pause(error, faults))
            continue
        faults, heartbeat.last = 0, time.time()
        if updates:
            offset = max(int(update["update_id"]) for update in updates) + 1
            await lanes.fill()


async def _without_webhook(bot: Listener) -> None:
    """One that was set before keeps updates from us; those that wait for it are kept for the poll."""
    _LOG.warning("a webhook is set: it is taken away, since this process polls")
    with contextlib.suppress(TelegramError):
        await bot.delete_webhook()


async def _keep(inbox: Inbox, updates: list[dict[str, Any]]) -> None:
    if updates:
        rows = [(int(update["update_id"]), json.dumps(update, ensure_ascii=False)) for update in updates]
        await asyncio.to_thread(inbox.put, rows)


def _pause(error: Exception, faults: int) -> float:
    pause = min(_LONGEST_PAUSE, 0.25 * 2.0 ** min(faults, 10))
    if isinstance(error, Conflict):
        pause = _CONFLICT_PAUSE
    if isinstance(error, RetryAfter):
        pause = seconds(error)
    _LOG.warning("polling: %s; again in %.1f s", error, pause)
    return pause
