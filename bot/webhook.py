"""Webhook mode: Telegram calls here; an update is in the store before it hears 200."""

import asyncio
import hmac
import json
import logging
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.inbox import Lanes
from bot.memories import new_key
from bot.poll import WANTED, Heartbeat, Stopped
from config.settings import Settings
from data.errors import StoreError
from data.store.inbox import Inbox

_LOG = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
"""Of one update; Telegram's are a few kilobytes."""
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LONGEST_PAUSE = 30.0

Take = Callable[[dict[str, Any]], Awaitable[None]]


async def receive(
    settings: Settings, bot: ExtBot[dict[str, Any]], inbox: Inbox, lanes: Lanes, heartbeat: Heartbeat
) -> None:
    """Until it is cancelled.

    Raises:
        Stopped: the bot cannot listen, or Telegram refuses the address.
    """
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else new_key()

    async def take(update: dict[str, Any]) -> None:
        row = (int(update["update_id"]), json.dumps(update, ensure_ascii=False))
        await asyncio.to_thread(inbox.put, [row])
        heartbeat.last = time.time()
        await lanes.fill()

    async with _listening(*settings.webhook_place, secret, take):
        await _announced(bot, str(settings.webhook_url), secret)
        heartbeat.last = time.time()
        await asyncio.Event().wait()


@asynccontextmanager
async def _listening(host: str, port: int, secret: str, take: Take) -> AsyncIterator[None]:
    routes = [(r"/.*", _Door, {"secret": secret, "take": take})]
    server = HTTPServer(Application(routes, log_function=_quiet), max_body_size=MOST_BYTES)
    server.add_socket(_socket(host, port))
    _LOG.info("listening at %s:%d", host, port)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


def _socket(host: str, port: int) -> socket.socket:
    try:
        found = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise Stopped(f"cannot listen at {host}:{port}: {error.strerror}; see HUIWEN_WEBHOOK_LISTEN") from None
    found.setblocking(False)
    return found


class _Door(RequestHandler):
    """Lets in who knows the secret; the path is whatever stands before us makes it."""

    def initialize(self, secret: str, take: Take) -> None:
        """Called by the library for each request."""
        self._secret = secret.encode()
        self._take = take

    async def post(self) -> None:
        """One update: 200 when it is stored, so that Telegram brings it again where it is not."""
        given = self.request.headers.get(_HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(given, self._secret):
            self.set_status(403)
            return
        try:
            await self._take(_update(self.request.body))
        except ValueError:
            self.set_status(400)
        except StoreError as error:
            _LOG.error("an update could not be stored: %s", error)
            self.set_status(503)


def _update(body: bytes) -> dict[str, Any]:
    """The update in a request.

    Raises:
        ValueError: there is none.
    """
    update = json.loads(body)
    if isinstance(update, dict) and isinstance(update.get("update_id"), int):
        return update
    raise ValueError("not an update")


async def _announced(bot: ExtBot[dict[str, Any]], url: str, secret: str) -> None:
    """Tells Telegram where the bot is, however long it cannot be reached.

    One connection at a time keeps a person's messages in order; it is free again when the update is stored.
    """
    pause = 0.5
    while True:
        try:
            await bot.set_webhook(url, secret_token=secret, allowed_updates=list(WANTED), max_connections=1)
        except (BadRequest, InvalidToken) as error:
            raise Stopped(f"Telegram refuses the webhook: {error}; see HUIWEN_WEBHOOK_URL") from None
        except TelegramError as error:
            _LOG.warning("Telegram cannot be told the webhook: %s; again in %.1f s", error, pause)
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)
        else:
            return


def _quiet(handler: RequestHandler) -> None:
    """A line a request would tell who writes when; refusals are told."""
    if handler.get_status() >= 400:
        _LOG.warning("webhook: a request was refused with %d", handler.get_status())
