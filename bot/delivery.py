"""A call to Telegram, made again where that cannot make a message arrive twice."""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx
from telegram import ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

_LOG = logging.getLogger(__name__)

JSON = dict[str, Any]
Result = bool | JSON | list[JSON]
Post = Callable[[str, JSON], Awaitable[Result]]
"""Makes one call: the method's name and what it is given."""

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NICETIES = frozenset({"sendChatAction", "sendMessageDraft", "setMessageReaction"})
_LOOKS = {
    "sendMessage": ("editMessageText", "text"),
    "sendPhoto": ("editMessageCaption", "caption"),
    "sendDocument": ("editMessageCaption", "caption"),
}
"""What sends → how to look whether it was sent, and the words by which it is known; a file may have none."""
_MOST_FAULTS = 6
_LONGEST_PAUSE = 30.0
_LOOK_BEYOND = 8
"""Ids above the highest known one that are tried when looking for a message; other messages take ids in between."""
_LOOK_AT_MOST = 200


@dataclass(slots=True)
class Place:
    """What is known of the chat that is written to."""

    paused_until: float = 0.0
    """On the monotonic clock; Telegram asked for it."""
    last_id: int = 0
    """The highest message id known; what the bot sends next has a higher one."""
    account: "Place | None" = None
    """Private chats and basic groups count their messages together, in this place; supergroups each for themselves."""

    @property
    def floor(self) -> int:
        """The id above which the next message will stand."""
        return max(self.last_id, self.account.last_id if self.account else 0)


async def deliver(post: Post, method: str, data: JSON, place: Place) -> Result:
    """Makes the call, again for as long as Telegram asks to wait or cannot be reached, a few times after other faults.

    Where a broken connection may have carried a message, the chat is looked into first: see `_find`.

    Raises:
        TelegramError: Telegram refused, or faults went on.
    """
    _note(place, data)
    faults = 0
    while True:
        floor = place.floor
        try:
            result = await post(method, data)
        except RetryAfter as error:
            pause = seconds(error)
            place.paused_until = time.monotonic() + pause
            _LOG.warning("%s: Telegram asks to wait %.1f s", method, pause)
            await asyncio.sleep(pause)
        except ChatMigrated as error:
            if data["chat_id"] == error.new_chat_id:
                raise
            data["chat_id"] = error.new_chat_id
        except TelegramError as error:
            faults += 1
            if not _passing(error, method, faults):
                raise
            pause = min(_LONGEST_PAUSE, 0.25 * 2 ** min(faults, 8)) * random.uniform(0.75, 1.25)  # noqa: S311 - jitter
            _LOG.warning("%s: %s; again in %.1f s", method, error, pause)
            await asyncio.sleep(pause)
            if _may_have_arrived(error, method) and (found := await _find(post, method, data, place, floor)):
                return found
        else:
            _note(place, result)
            return result


def seconds(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()


def _passing(error: TelegramError, method: str, faults: int) -> bool:
    """Whether trying again can help; a connection that never stood is tried for ever, a nicety never."""
    refused = isinstance(error, BadRequest | Forbidden | InvalidToken)
    if refused or method in _NICETIES:
        return False
    return isinstance(error.__cause__, _NEVER_SENT) or faults < _MOST_FAULTS


def _may_have_arrived(error: TelegramError, method: str) -> bool:
    """Whether a message may stand in the chat although the call failed; all but a message may be done twice."""
    sends = method.startswith(("send", "copy", "forward"))
    return sends and not isinstance(error.__cause__, _NEVER_SENT)


async def _find(post: Post, method: str, data: JSON, place: Place, floor: int) -> JSON | None:
    """The message as sent, if it stands in the chat; a photo or a file is known by its caption.

    Editing a message to what it says already is refused as "not modified", and nothing else of the bot's can stand
    above the last known id, for a chat's messages are sent one at a time. So a harmless edit tells.
    """
    if not place.last_id or method not in _LOOKS:
        return None
    look, words = _LOOKS[method]
    said = {key: data[key] for key in ("chat_id", words, "parse_mode", "reply_markup") if key in data}
    last = min(place.floor + _LOOK_BEYOND, floor + _LOOK_AT_MOST)
    for number in range(floor + 1, last + 1):
        if await _says(post, look, said | {"message_id": number}):
            chat = {"id": data["chat_id"], "type": "private"}
            message = {"message_id": number, "date": int(time.time()), "chat": chat, words: data.get(words, "")}
            _note(place, message)
            return message
    return None


async def _says(post: Post, look: str, edit: JSON) -> bool:
    """Whether the message stands there and says this."""
    for _ in range(_MOST_FAULTS):
        try:
            await post(look, edit)
        except BadRequest as error:
            return "not modified" in error.message
        except RetryAfter as error:
            await asyncio.sleep(seconds(error))
        except NetworkError:
            await asyncio.sleep(0.25)
        else:
            return True
    return False


def _note(place: Place, known: Result) -> None:
    """Remembers the highest id of a message sent or replied to."""
    if not isinstance(known, dict):
        return
    replied = known.get("reply_parameters")
    ids = [known.get("message_id"), replied.message_id if isinstance(replied, ReplyParameters) else None]
    place.last_id = max(place.last_id, *(number for number in (*ids, 0) if isinstance(number, int)))
    if place.account is not None:
        place.account.last_id = max(place.account.last_id, place.last_id)
