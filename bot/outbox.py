"""What the bot sends: paced per chat and over all, one chat's pause no other's."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from telegram.ext import BaseRateLimiter

from bot.delivery import JSON, Place, Result, deliver

_UNPACED = frozenset({"sendChatAction", "sendMessageDraft", "answerCallbackQuery", "answerInlineQuery"})
_MOST_UNDER_WAY = 8
"""Requests at once: enough for Telegram's pace, and no more answers in doubt than these when the process is killed."""
_MANY_CHATS = 1000
_QUIET_SECONDS = 3600.0
_SUPERGROUPS = -1_000_000_000_000
"""Ids of supergroups and channels are below, those of basic groups between here and 0."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Telegram's published limits: messages a second over all, seconds a message in a chat, a minute's in a group.

    Short bursts in a chat are allowed: up to `burst` messages in the time of as many.
    """

    overall: int = 30
    between: float = 1.0
    burst: int = 3
    group: int = 20


TELEGRAMS = Pace()


@dataclass(slots=True)
class _Chat:
    """When the chat was written to lately, on the monotonic clock; whoever holds `lock` may write."""

    place: Place
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    sent: deque[float] = field(default_factory=deque)
    waiting: int = 0


class Outbox(BaseRateLimiter[dict[str, Any]]):
    """Stands between the bot and the wire; within a chat first come, first sent.

    Nothing is kept here that a crash could lose: an update stays in the inbox until its reply went through.
    """

    def __init__(self, pace: Pace = TELEGRAMS) -> None:
        self._pace = pace
        self._chats: dict[int | str, _Chat] = {}
        self._account = Place()
        self._overall: deque[float] = deque()
        self._flying = 0
        self._slot = asyncio.Lock()
        self._under_way = asyncio.Semaphore(_MOST_UNDER_WAY)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def saw(self, chat_id: int, message_id: int) -> None:
        """A message of somebody else: what the bot sends from now on has a higher id."""
        chat = self._chats.get(chat_id)
        for place in (chat.place if chat else None, None if _counts_alone(chat_id) else self._account):
            if place is not None:
                place.last_id = max(place.last_id, message_id)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401 - the base class's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: JSON,
        rate_limit_args: dict[str, Any] | None,
    ) -> Result:
        """Makes the call when the chat's turn has come.

        Raises:
            TelegramError: as in `deliver`.
        """
        del args, rate_limit_args

        async def post(method: str, given: JSON) -> Result:
            if not paced:
                return await callback(method, given, **kwargs)
            async with self._under_way, self._breath():
                return await callback(method, given, **kwargs)

        chat_id = data.get("chat_id")
        paced = chat_id is not None and endpoint not in _UNPACED and not endpoint.startswith(("get", "set"))
        if chat_id is None or not paced:
            return await deliver(post, endpoint, data, Place())
        async with self._turn(chat_id) as chat:
            await self._wait(chat, is_group=_is_group(chat_id))
            try:
                return await deliver(post, endpoint, data, chat.place)
            finally:
                chat.sent.append(time.monotonic())

    async def _wait(self, chat: _Chat, *, is_group: bool) -> None:
        """Until the chat may be written to: its pause is over and its minute has room."""
        start = chat.place.paused_until
        if len(chat.sent) >= self._pace.burst:
            start = max(start, chat.sent[-self._pace.burst] + self._pace.burst * self._pace.between)
        if is_group and len(chat.sent) >= self._pace.group:
            start = max(start, chat.sent[-self._pace.group] + 60.0)
        while len(chat.sent) > self._pace.group:
            chat.sent.popleft()
        await asyncio.sleep(max(0.0, start - time.monotonic()))

    @asynccontextmanager
    async def _breath(self) -> AsyncIterator[None]:
        """Room for one call in the last second, whatever the chat.

        A call arrives at Telegram before its answer is here, so those under way and those answered within a second
        are all that Telegram can have counted in the second before.
        """
        async with self._slot:
            while self._flying + self._answered_lately() >= self._pace.overall:
                oldest = self._overall[0] + 1.0 if self._overall else 0.0
                await asyncio.sleep(max(0.005, oldest - time.monotonic()))
            self._flying += 1
        try:
            yield
        finally:
            self._flying -= 1
            self._overall.append(time.monotonic())

    def _answered_lately(self) -> int:
        while self._overall and self._overall[0] <= time.monotonic() - 1.0:
            self._overall.popleft()
        return len(self._overall)

    @asynccontextmanager
    async def _turn(self, chat_id: int | str) -> AsyncIterator[_Chat]:
        """The chat, for one call at a time."""
        chat = self._chats.setdefault(chat_id, _Chat(self._place(chat_id)))
        chat.waiting += 1
        try:
            async with chat.lock:
                yield chat
        finally:
            chat.waiting -= 1
            if len(self._chats) > _MANY_CHATS:
                self._forget_quiet()

    def _place(self, chat_id: int | str) -> Place:
        return Place(account=None if _counts_alone(chat_id) else self._account)

    def _forget_quiet(self) -> None:
        """Drops chats that nobody writes to."""
        before = time.monotonic() - _QUIET_SECONDS
        for key, chat in list(self._chats.items()):
            if not chat.waiting and (not chat.sent or chat.sent[-1] < before):
                del self._chats[key]


def _counts_alone(chat_id: int | str) -> bool:
    """Supergroups and channels number their own messages; @names are such."""
    return isinstance(chat_id, str) or chat_id < _SUPERGROUPS


def _is_group(chat_id: int | str) -> bool:
    """Groups, supergroups and channels have negative ids; @names are channels or supergroups."""
    return isinstance(chat_id, str) or chat_id < 0
