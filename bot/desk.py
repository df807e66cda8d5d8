"""What every handler works with: settings, store, engine, memory, rights; built once, passed in."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from telegram.ext import ContextTypes

from bot.access import Access
from bot.memories import Memories
from bot.poll import Heartbeat
from bot.preferences import Preferences
from bot.quota import Quota
from bot.render.tongue import spoken_in
from config.settings import Settings
from data.records import Reader
from data.store import Store
from retrieval.records import Context, Passage, Reply

KEY = "desk"
_MOST_SIGNED = 20
"""Questions at a time; as many are under way only when a crowd asks at once."""


class Engine(Protocol):
    """What the bot needs of `retrieval.engine.Engine`."""

    def ask(self, reader: Reader, text: str, today: date, context: Context) -> Reply:
        """The reply to a question, from what the reader may read."""

    def search(self, reader: Reader, text: str, k: int) -> list[Passage]:
        """The best `k` paragraphs for the words of `text`, of those that the reader may read."""

    def refresh(self) -> None:
        """Catches up with the store."""

    @property
    def generation(self) -> int:
        """The generation of the store that it answers from."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`thread` runs the engine, one question at a time; `studio` draws and exports, and no question waits for it."""

    settings: Settings
    store: Store
    engine: Engine
    memories: Memories
    access: Access
    thread: Executor
    quota: Quota
    preferences: Preferences
    heartbeat: Heartbeat = field(default_factory=Heartbeat)
    signing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_MOST_SIGNED))
    """Held by each question that shows signs of its answer being on the way."""
    asides: set["asyncio.Task[None]"] = field(default_factory=set)
    groups: dict[int, str] = field(default_factory=dict)
    """Groups heard from since the start, with their titles."""
    studio: Executor = field(default_factory=lambda: ThreadPoolExecutor(1, "studio"))

    async def ask(self, chat: int, user: int, text: str, context: Context) -> Reply:
        """The engine's answer to what a person asks in a chat, from what this chat may read; one at a time a person."""
        loop = asyncio.get_running_loop()
        async with self.quota.alone(user):
            reader = await self.reader(chat)
            reply = await loop.run_in_executor(self.thread, self.engine.ask, reader, text, self.today(), context)
        return spoken_in(reply, self.preferences.of(chat).language)

    async def search(self, chat: int, text: str, k: int) -> list[Passage]:
        """The best `k` paragraphs for words, of those that this chat may read."""
        reader = await self.reader(chat)
        return await asyncio.get_running_loop().run_in_executor(self.thread, self.engine.search, reader, text, k)

    async def reader(self, chat: int) -> Reader:
        """Who reads in a chat, by the rules as they are now."""
        return await asyncio.to_thread(self.reader_of, chat)

    def reader_of(self, chat: int) -> Reader:
        """The same, for who is on a thread already."""
        earlier = self.memories.groups.earlier_id(chat)
        return self.access.reader([chat] if earlier is None else [chat, earlier], self.store.collections())

    async def loaders(self) -> frozenset[int]:
        """Who may load and delete besides the owners."""
        return await asyncio.to_thread(self.memories.loaders.all)

    def later(self, work: Coroutine[Any, Any, None]) -> None:
        """Does `work` after what is under way; a stop waits for it."""
        task = asyncio.get_running_loop().create_task(work)
        self.asides.add(task)
        task.add_done_callback(self.asides.discard)

    async def settled(self) -> None:
        """Until what was left for later is done, for who reads what it writes."""
        if self.asides:
            await asyncio.wait(set(self.asides))

    async def refresh(self) -> None:
        """The engine catches up with the store."""
        await asyncio.get_running_loop().run_in_executor(self.thread, self.engine.refresh)

    def today(self) -> date:
        """The day that it is where the bot's people are."""
        return datetime.now(ZoneInfo(self.settings.timezone)).date()


def desk(context: ContextTypes.DEFAULT_TYPE) -> Desk:
    """The desk that the application was built with."""
    found: Desk = context.bot_data[KEY]
    return found
