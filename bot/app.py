"""The bot on Telegram: every handler, in order; how it starts and how it stops."""

import asyncio
import logging
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr
from telegram import Message, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import commands, desk, heard, logs, poll
from bot.access import Access
from bot.admin import aliases, audience, gaps, record, stats, undo, versions, words
from bot.admin.sweeping import sweep
from bot.handlers import ask, errors, export, hello, load, manage, membership, pictures, press, rights, status
from bot.inbox import Lanes
from bot.memories import Memories
from bot.outbox import TELEGRAMS, Outbox, Pace
from config.settings import Settings, SettingsError
from data.store import Store
from data.store.inbox import Inbox
from data.store.memory import Memory

_LOG = logging.getLogger(__name__)

Telegram = Application[poll.Listener, Any, Any, Any, Any, Any]

_DRAIN_SECONDS = 8.0
"""How long a stop waits for answers under way; service managers kill after ten seconds."""
_PRUNE_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class App:
    """The bot, built and not yet started."""

    telegram: Telegram
    inbox: Inbox
    memory: Memory
    desk: desk.Desk
    outbox: Outbox
    wires: tuple[HTTPXRequest, HTTPXRequest]


def build(settings: Settings, store: Store, engine: desk.Engine, pace: Pace = TELEGRAMS) -> App:
    """Puts the bot together.

    Raises:
        SettingsError: there is no token.
    """
    if settings.telegram_token is None:
        raise SettingsError("HUIWEN_TELEGRAM_TOKEN is not set: ask @BotFather for one")
    os.environ["PTB_TIMEDELTA"] = "true"  # else the library warns at every pause that Telegram asks for
    outbox = Outbox(pace)
    wires = (
        HTTPXRequest(connect_timeout=10, read_timeout=15, write_timeout=15, pool_timeout=10),
        HTTPXRequest(connection_pool_size=1, connect_timeout=10),
    )
    telegram = (
        ApplicationBuilder().bot(_listener(settings, settings.telegram_token, outbox, wires)).updater(None).build()
    )
    memory = Memory(store)
    at = desk.Desk(settings, store, engine, Memories(memory), Access(settings.owners), ThreadPoolExecutor(1, "engine"))
    telegram.bot_data[desk.KEY] = at
    _register(telegram)
    return App(telegram, Inbox(store), memory, at, outbox, wires)


def _listener(
    settings: Settings, token: SecretStr, outbox: Outbox, wires: tuple[HTTPXRequest, HTTPXRequest]
) -> poll.Listener:
    root = str(settings.telegram_url).rstrip("/")
    return poll.Listener(
        token.get_secret_value(),
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=wires[0],
        get_updates_request=wires[1],
        rate_limiter=outbox,
    )


def _register(telegram: Telegram) -> None:
    """Every handler, in order: the first that fits takes the update."""
    new = filters.UpdateType.MESSAGE & _ByPerson()
    telegram.add_handlers(
        [
            CommandHandler("start", hello.start, new),
            CommandHandler("help", hello.help_, new),
            CommandHandler("privacy", hello.privacy, new),
            CommandHandler("cancel", hello.cancel, new),
            CommandHandler("ask", ask.command, new),
            CommandHandler("load", load.command, new),
            CommandHandler("reports", manage.reports, new),
            CommandHandler("report", manage.report, new),
            CommandHandler("delete", manage.delete, new),
            CommandHandler("matrix", pictures.matrix, new),
            CommandHandler("timeline", pictures.timeline, new),
            CommandHandler("attendance", pictures.attendance, new),
            CommandHandler("export", export.command, new),
            CommandHandler("grant", rights.grant, new),
            CommandHandler("revoke", rights.revoke, new),
            CommandHandler("who", rights.who, new),
            CommandHandler("status", status.status, new),
            CommandHandler("undo", undo.undo, new),
            CommandHandler("audit", record.audit, new),
            CommandHandler("versions", versions.versions, new),
            CommandHandler("alias", aliases.alias, new),
            CommandHandler("gaps", gaps.gaps, new),
            CommandHandler("stats", stats.stats, new),
            MessageHandler(filters.StatusUpdate.MIGRATE, membership.moved),
            MessageHandler(new & filters.CaptionRegex(r"^/load(@\w+)?(\s|$)"), load.command),
            MessageHandler(new & filters.ChatType.PRIVATE & filters.COMMAND, hello.unknown),
            MessageHandler(new & ~filters.COMMAND & ~filters.StatusUpdate.ALL, _said),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, ask.edited),
            CallbackQueryHandler(press.pressed),
            ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    telegram.add_handler(TypeHandler(Update, audience.seen), group=-1)
    telegram.add_error_handler(errors.failed)


class _ByPerson(filters.MessageFilter):
    """Commands of other bots and of linked channels are not for us."""

    def filter(self, message: Message) -> bool:
        """As `heard.by_person` says."""
        return heard.by_person(message)


async def _said(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A message that is no command: the report or the words that are waited for, else perhaps a question."""
    if not (await load.awaited(update, context) or await words.awaited(update, context)):
        await ask.spoken(update, context)


def run(settings: Settings, store: Store, engine: desk.Engine) -> int:
    """Runs the bot until SIGTERM or SIGINT; the exit status, 0 for a clean stop.

    Raises:
        SettingsError: there is no token.
    """
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    password = settings.database_url.get_secret_value() if settings.database_url else ""
    logs.configure([token, password])
    return asyncio.run(_until_signalled(build(settings, store, engine)))


async def _until_signalled(app: App) -> int:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return await serve(app, stop)


async def serve(app: App, stop: asyncio.Event) -> int:
    """Connects, answers what waits and what comes, and stops when `stop` is set; the exit status."""
    try:
        if await _connected(app.telegram, stop):
            await _work(app, stop)
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


async def _work(app: App, stop: asyncio.Event) -> None:
    """Polls and answers until told to stop, then lets the answers under way be sent."""

    async def handle(payload: dict[str, Any]) -> None:
        update = Update.de_json(payload, app.telegram.bot)
        if update.message is not None:
            app.outbox.saw(update.message.chat.id, update.message.message_id)
        await app.telegram.process_update(update)

    lanes = Lanes(app.inbox, handle)
    app.desk.heartbeat.lanes = lanes
    await lanes.fill()
    asides = [asyncio.create_task(commands.announce(app.telegram.bot)), asyncio.create_task(_prune(app))]
    try:
        await _first(stop.wait(), poll.poll(app.telegram.bot, app.inbox, lanes, app.desk.heartbeat))
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
