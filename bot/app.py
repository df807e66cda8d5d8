"""The bot on Telegram: how it starts and how it stops."""

import asyncio
import logging
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot import commands, desk, logs, poll, webhook
from bot.admin.sweeping import sweep
from bot.assembly import App, build
from bot.inbox import Lanes
from bot.news.courier import Courier
from bot.routes import Telegram
from config.settings import Settings, SettingsError
from data.store import Store

_LOG = logging.getLogger(__name__)

_DRAIN_SECONDS = 8.0
"""How long a stop waits for answers under way; service managers kill after ten seconds."""
_PRUNE_SECONDS = 3600.0


Feed = Callable[[App, Lanes], Coroutine[Any, Any, None]]
"""Brings updates into the inbox and into the lanes, until it is cancelled."""


async def polling(app: App, lanes: Lanes) -> None:
    """Asks Telegram for updates."""
    await poll.poll(app.telegram.bot, app.inbox, lanes, app.desk.heartbeat)


async def hooked(app: App, lanes: Lanes) -> None:
    """Lets Telegram bring them."""
    await webhook.receive(app.desk.settings, app.telegram.bot, app.inbox, lanes, app.desk.heartbeat)


def run(settings: Settings, store: Store, engine: desk.Engine) -> int:
    """Runs the bot until SIGTERM or SIGINT; the exit status, 0 for a clean stop.

    Raises:
        SettingsError: there is no token.
    """
    return _run(settings, store, engine, polling)


def run_webhook(settings: Settings, store: Store, engine: desk.Engine) -> int:
    """As `run`, but Telegram calls the bot.

    Raises:
        SettingsError: there is no token, or no address for Telegram to call.
    """
    if settings.webhook_url is None:
        raise SettingsError("HUIWEN_WEBHOOK_URL is not set: the address at which Telegram reaches this bot")
    return _run(settings, store, engine, hooked)


def _run(settings: Settings, store: Store, engine: desk.Engine, feed: Feed) -> int:
    hidden = (settings.telegram_token, settings.database_url, settings.webhook_secret)
    logs.configure([secret.get_secret_value() for secret in hidden if secret])
    return asyncio.run(_until_signalled(build(settings, store, engine), feed))


async def _until_signalled(app: App, feed: Feed) -> int:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return await serve(app, stop, feed)


async def serve(app: App, stop: asyncio.Event, feed: Feed = polling) -> int:
    """Connects, answers what waits and what comes, and stops when `stop` is set; the exit status."""
    try:
        if await _connected(app.telegram, stop):
            await _work(app, stop, feed)
    except InvalidToken:
        _LOG.error("Telegram refuses the token: set HUIWEN_TELEGRAM_TOKEN to the one BotFather gave")
        return 1
    except poll.Stopped as error:
        _LOG.error("%s", error)
        return 1
    finally:
        await app.telegram.shutdown()
        for wire in app.wires:
            await wire.shutdown()  # the library leaves them open where it never learned who the bot is
        app.desk.thread.shutdown(wait=False, cancel_futures=True)
        app.desk.studio.shutdown(wait=False, cancel_futures=True)
    return 0


async def _connected(telegram: Telegram, stop: asyncio.Event) -> bool:
    """Learns who the bot is, however long Telegram cannot be reached; False when told to stop before."""
    pause = 0.5
    while not stop.is_set():
        try:
            await telegram.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            _LOG.warning("Telegram cannot be reached: %s; again in %.1f s", error, pause)
            await _first(stop.wait(), asyncio.sleep(pause))
            pause = min(30.0, pause * 2)
        else:
            _LOG.info("running as @%s", telegram.bot.username)
            return True
    return False


async def _work(app: App, stop: asyncio.Event, feed: Feed) -> None:
    """Takes updates in and answers until told to stop, then lets the answers under way be sent."""

    async def handle(payload: dict[str, Any]) -> None:
        update = Update.de_json(payload, app.telegram.bot)
        if update.message is not None:
            app.outbox.saw(update.message.chat.id, update.message.message_id)
        await app.telegram.process_update(update)

    lanes = Lanes(app.inbox, handle)
    app.desk.heartbeat.lanes = lanes
    await lanes.fill()
    courier = Courier(app.desk, app.telegram.bot)
    asides = [asyncio.create_task(work) for work in (commands.announce(app.telegram.bot), _prune(app), courier.run())]
    try:
        await _first(stop.wait(), feed(app, lanes))
    finally:
        left = await lanes.drain(_DRAIN_SECONDS)
        await asyncio.gather(*app.desk.asides, return_exceptions=True)
        _LOG.info("stopping; %d updates are left for the next start", left)
        for aside in asides:
            aside.cancel()
        await asyncio.gather(*asides, return_exceptions=True)


async def _prune(app: App) -> None:
    """Forgets, every hour, what has served its time."""
    while True:
        await asyncio.to_thread(app.inbox.prune)
        await asyncio.to_thread(app.memory.prune)
        await asyncio.to_thread(sweep, app.desk.store)
        await asyncio.sleep(_PRUNE_SECONDS)


async def _first(*works: Any) -> None:  # noqa: ANN401 - coroutines of any result
    """Until the first is done; its exception is raised, the others are cancelled."""
    tasks = [asyncio.ensure_future(work) for work in works]
    done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    for task in done:
        task.result()
