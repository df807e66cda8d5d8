"""Digests that are due → posts, and when the next ones are."""

import time
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.desk import Desk
from config.settings import Settings
from data.records import Summary
from data.store.digests import Digest, due, held, made
from data.store.posts import Post, last_number

_WEEK = timedelta(days=7)
_LATE = timedelta(days=21)
"""How long before the week a meeting may have been that is told of because its report came only now."""
_MOST = 200


def subscription(at: Desk, chat: int, topic: int, language: str) -> Digest:
    """A chat's first digest: of the week before it is due."""
    first = next_due(at.settings, time.time())
    since = _day(at.settings, first) - _WEEK
    return Digest(chat, topic, language, first, since.isoformat(), last_number(at.store))


def next_due(settings: Settings, now: float) -> float:
    """The next second after `now` that is the settings' day and hour where the bot's people are."""
    here = datetime.fromtimestamp(now, ZoneInfo(settings.timezone))
    hour = here.replace(hour=settings.digest_hour, minute=0, second=0, microsecond=0)
    day = hour + timedelta(days=(settings.digest_day - hour.isoweekday()) % 7)
    return (day if day > here else day + _WEEK).timestamp()


def make_due(at: Desk, now: float) -> None:
    """Leaves a post for each chat whose time has come and that has something to read; late is better than never."""
    for digest in due(at.store, now):
        today = _day(at.settings, now)
        content = {"days": [digest.since, today.isoformat()], "late": [_earlier(digest.since), digest.told]}
        following = Digest(
            digest.chat,
            digest.topic,
            digest.language,
            next_due(at.settings, now),
            today.isoformat(),
            last_number(at.store),
        )
        post = Post(0, digest.chat, digest.topic, digest.language, "digest", content)
        made(at.store, digest, following, post if meetings_of(at, digest.chat, content) else None)


def meetings_of(at: Desk, chat: int, content: Mapping[str, Any]) -> list[Summary]:
    """The meetings of a digest that the chat may read now."""
    (start, end), (early, number) = content["days"], content["late"]
    return held(at.store, at.reader_of(chat), (start, end), (early, number), _MOST)


def _earlier(day: str) -> str:
    return (date.fromisoformat(day) - _LATE).isoformat()


def _day(settings: Settings, second: float) -> date:
    return datetime.fromtimestamp(second, ZoneInfo(settings.timezone)).date()
