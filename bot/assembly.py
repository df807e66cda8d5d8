"""The bot on Telegram, put together."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pydantic import SecretStr
from telegram.ext import ApplicationBuilder
from telegram.request import HTTPXRequest

from bot import desk, poll
from bot.access import Access
from bot.memories import Memories
from bot.outbox import TELEGRAMS, Outbox, Pace
from bot.preferences import Preferences
from bot.quota import Quota
from bot.routes import Telegram, register
from config.settings import Settings, SettingsError
from data.store import Store
from data.store.inbox import Inbox
from data.store.memory import Memory


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
    quota = Quota(settings.quota_minutes, settings.questions_per_user, settings.questions_per_group)
    memories, thread = Memories(memory), ThreadPoolExecutor(1, "engine")
    preferences = Preferences(memories.space("preferences", None))
    at = desk.Desk(settings, store, engine, memories, Access(settings.owners), thread, quota, preferences)
    telegram.bot_data[desk.KEY] = at
    register(telegram)
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
