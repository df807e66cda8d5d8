"""From the stored updates to the handlers: in order for each person in a chat, side by side for all others."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from data.store.inbox import Inbox, Pending

_LOG = logging.getLogger(__name__)

Handle = Callable[[dict[str, Any]], Awaitable[None]]
Lane = tuple[int, int]

_MOST_WAITING = 10_000
"""Updates taken into memory at once; the rest wait in the store."""


class Lanes:
    """One lane a (chat, user); a lane's next update starts when the one before is done.

    An update is done when its handler returns, which it does after the reply was sent; a handler that is cut off leaves
    its update waiting in the store for the next start.
    """

    def __init__(self, inbox: Inbox, handle: Handle) -> None:
        self._inbox = inbox
        self._handle = handle
        self._lanes: dict[Lane, deque[Pending]] = {}
        self._taken: set[int] = set()
        self._ended: set[int] = set()
        self._filling = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """Updates taken and not yet done."""
        return len(self._taken)

    async def fill(self) -> None:
        """Takes what waits in the store; what ends while the store is read may still stand in what was read."""
        async with self._filling:
            self._ended.clear()
            for pending in await asyncio.to_thread(self._inbox.pending, _MOST_WAITING):
                if pending.row not in self._taken | self._ended:
                    self._taken.add(pending.row)
                    self._queue(lane_of(_decoded(pending)), pending)

    async def drain(self, seconds: float) -> int:
        """Lets what runs end for so long, then cuts it off; how many updates are left for the next start."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        return self.waiting

    def _queue(self, lane: Lane, pending: Pending) -> None:
        if lane in self._lanes:
            self._lanes[lane].append(pending)
            return
        self._lanes[lane] = deque([pending])
        task = asyncio.create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, lane: Lane) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._one(queue.popleft())
        del self._lanes[lane]

    async def _one(self, pending: Pending) -> None:
        try:
            await self._handle(_decoded(pending))
        except Exception:
            _LOG.exception("update %s could not be handled", pending.update_id)
        await asyncio.to_thread(self._inbox.done, pending.row)
        self._ended.add(pending.row)
        self._taken.discard(pending.row)


def lane_of(update: dict[str, Any]) -> Lane:
    """The chat and the sender that an update (Telegram's JSON) comes from, 0 where it has none."""
    content = next((value for value in update.values() if isinstance(value, dict)), {})
    message = content.get("message", content)
    chat = message.get("chat") if isinstance(message, dict) else None
    return _id(chat), _id(content.get("from"))


def _id(value: object) -> int:
    number = value.get("id") if isinstance(value, dict) else None
    return number if isinstance(number, int) else 0


def _decoded(pending: Pending) -> dict[str, Any]:
    update: dict[str, Any] = json.loads(pending.payload)
    return update
