"""Looks for news and for digests that are due, and sends the posts that wait; until the bot stops."""

import asyncio
import logging
import time
from typing import Any

from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot import buttons, sending
from bot.desk import Desk
from bot.news.gathering import gather, news_came
from bot.news.weekly import make_due
from bot.news.writing import write
from data.errors import StoreError
from data.store.posts import Post, last_number, leave, sent, waiting

_LOG = logging.getLogger(__name__)

_TICK = 1.0
_QUIET = 2.0
"""Seconds without a further report after which those that came are told of together."""
_LONGEST = 60.0
"""A load that goes on for longer is told of in parts."""
_PAUSE = 30.0
"""Seconds after a fault of our own, which will most likely come again."""
_MOST_UNDER_WAY = 8
"""Posts sent at once, however many wait: an answer must not stand behind a crowd of them."""
_PATIENCE = 5.0
"""Seconds that posts under way have at a stop; those cut off are sent at the next start."""

Bot = ExtBot[dict[str, Any]]


class Courier:
    """One at a time for a bot."""

    def __init__(self, at: Desk, bot: Bot) -> None:
        self._at = at
        self._bot = bot
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._room = asyncio.Semaphore(_MOST_UNDER_WAY)
        self._last = 0
        self._risen = 0.0
        self._begun = 0.0

    async def run(self) -> None:
        """Until it is cancelled; then what is being sent is let through."""
        try:
            while True:
                await self._once()
                await asyncio.sleep(_TICK)
        finally:
            tasks = set(self._under_way.values())
            if tasks:
                _, left = await asyncio.wait(tasks, timeout=_PATIENCE)
                for task in left:
                    task.cancel()
                await asyncio.gather(*left, return_exceptions=True)

    async def _once(self) -> None:
        try:
            posts = await asyncio.to_thread(self._look)
        except StoreError as error:
            _LOG.warning("news: %s", error)
            return
        except Exception:  # whatever is wrong with a report, digests and posts that wait must go on being looked for
            _LOG.exception("news could not be looked for")
            await asyncio.sleep(_PAUSE)
            return
        for post in posts:
            if post.row not in self._under_way:
                self._under_way[post.row] = asyncio.create_task(self._send(post))

    def _look(self) -> list[Post]:
        now = time.monotonic()
        if news_came(self._at) and self._are_all_in(last_number(self._at.store), now):
            gather(self._at)
        make_due(self._at, time.time())
        return waiting(self._at.store)

    def _are_all_in(self, last: int, now: float) -> bool:
        """Whether no report came for a while, or they have been coming for long."""
        if last != self._last:
            if now - self._risen > _QUIET * 2:
                self._begun = now
            self._last, self._risen = last, now
        return now - self._risen >= _QUIET or now - self._begun >= _LONGEST

    async def _send(self, post: Post) -> None:
        """A post that cannot be sent now stays for the next round; one that never can is dropped."""
        store = self._at.store
        try:
            async with self._room:
                await self._deliver(post)
            await asyncio.to_thread(sent, store, post.row)
        except Forbidden as error:
            _LOG.info("chat %d hears nothing unasked any more: %s", post.chat, error)
            await asyncio.to_thread(leave, store, post.chat)
        except BadRequest as error:
            _LOG.warning("a post could not be sent and is dropped: %s", error)
            await asyncio.to_thread(sent, store, post.row)
        except (TelegramError, StoreError) as error:
            _LOG.warning("a post could not be sent yet: %s", error)
        except Exception:  # one post that cannot be written must not stop the others
            _LOG.exception("a post could not be written and is dropped")
            await asyncio.to_thread(sent, store, post.row)
        finally:
            self._under_way.pop(post.row, None)

    async def _deliver(self, post: Post) -> None:
        written = await asyncio.to_thread(write, self._at, post, self._bot.username)
        if written is not None:
            parts, rows = written
            keyboard = await asyncio.to_thread(buttons.keyboard, self._at.memories, post.chat, rows)
            await sending.post(self._bot, post.chat, post.topic, parts, keyboard)
