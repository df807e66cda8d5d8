"""Delivery of updates to the bot's webhook, tried again until it says 200."""

import asyncio
from typing import Any

import aiohttp

from .world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
PATIENCE = 5.0
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0


class Courier:
    """One update after the other, oldest first; Telegram's parallel deliveries are not imitated."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.attempts: list[tuple[int, int]] = []
        self._news = asyncio.Event()

    def ring(self) -> None:
        """Something changed; runs on the loop."""
        self._news.set()

    async def run(self) -> None:
        """Until cancelled."""
        pause = FIRST_PAUSE
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as http:
            while True:
                self._news.clear()
                hook, update = self._next()
                if update is None:
                    await self._news.wait()
                    continue
                if await self._deliver(http, hook, update):
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)

    def _next(self) -> tuple[dict[str, Any], dict[str, Any] | None]:
        with self.world.lock:
            hook = self.world.updates.webhook
            waiting = self.world.updates.take(0, 1) if hook else []
            return hook, waiting[0] if waiting else None

    async def _deliver(self, http: aiohttp.ClientSession, hook: dict[str, Any], update: dict[str, Any]) -> bool:
        headers = {SECRET_HEADER: hook["secret"]} if hook["secret"] else {}
        try:
            async with http.post(hook["url"], json=update, headers=headers, allow_redirects=False) as response:
                status = response.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        delivered = 200 <= status < 300
        with self.world.lock:
            self.attempts.append((update["update_id"], status))
            if delivered:
                self.world.updates.confirm(update["update_id"])
            else:
                hook["last_error_date"] = int(self.world.now())
                hook["last_error_message"] = (
                    f"Wrong response from the webhook: {status}" if status else "Connection refused"
                )
            self.world.changed.notify_all()
        return delivered
