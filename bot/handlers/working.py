"""Signs that an answer is on its way: "typing"; for one that takes its time 👀 or a draft; 👍 on what went well."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from telegram import Chat, Message
from telegram.constants import ChatAction, ReactionEmoji
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import heard
from bot.desk import desk

_TYPING_LASTS = 4.5
"""Seconds until Telegram hides "typing" again, less a margin."""
_PATIENCE = 1.0
"""Seconds after which people wonder whether they were heard."""


@dataclass(slots=True)
class Signs:
    """What stands on the message when the block is done: nothing, unless the block says that it went well."""

    left: ReactionEmoji | None = None

    def went_well(self) -> None:
        """The message keeps a 👍."""
        self.left = ReactionEmoji.THUMBS_UP


@contextlib.asynccontextmanager
async def working(
    message: Message, context: ContextTypes.DEFAULT_TYPE, action: ChatAction = ChatAction.TYPING
) -> AsyncIterator[Signs]:
    """Shows the signs while the block runs; niceties, so their failures are nobody's trouble.

    In a crowd only the first questions get them: signs for all would hold up the answers.
    """
    signing = desk(context).signing
    if signing.locked():
        yield Signs()
        return
    async with signing, _signs(message, context, action) as signs:
        yield signs


@contextlib.asynccontextmanager
async def _signs(message: Message, context: ContextTypes.DEFAULT_TYPE, action: ChatAction) -> AsyncIterator[Signs]:
    signs, tasks = Signs(), [asyncio.create_task(_act(message, context, action))]
    seen = asyncio.Event()
    reacts = desk(context).preferences.of(message.chat.id).eyes
    if message.chat.type == Chat.PRIVATE:
        tasks.append(asyncio.create_task(_think(message, context)))
    elif reacts:
        tasks.append(asyncio.create_task(_look(message, context, seen)))
    try:
        yield signs
    finally:
        for task in tasks:
            task.cancel()
        if reacts and (seen.is_set() or signs.left):
            desk(context).later(_react(message, context, signs.left))


async def _act(message: Message, context: ContextTypes.DEFAULT_TYPE, action: ChatAction) -> None:
    with contextlib.suppress(TelegramError):
        while True:
            topic = heard.topic(message)
            await context.bot.send_chat_action(message.chat.id, action, message_thread_id=topic)
            await asyncio.sleep(_TYPING_LASTS)


async def _look(message: Message, context: ContextTypes.DEFAULT_TYPE, seen: asyncio.Event) -> None:
    await asyncio.sleep(_PATIENCE)
    seen.set()
    await _react(message, context, ReactionEmoji.EYES)


async def _think(message: Message, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A draft without words is shown as "Thinking…"; the answer takes its place."""
    await asyncio.sleep(_PATIENCE)
    with contextlib.suppress(TelegramError):
        topic = heard.topic(message)
        await context.bot.send_message_draft(message.chat.id, message.message_id, message_thread_id=topic)


async def _react(message: Message, context: ContextTypes.DEFAULT_TYPE, emoji: ReactionEmoji | None) -> None:
    """Puts the reaction on the message, None takes it away; Telegram knows no others than those of the library."""
    with contextlib.suppress(TelegramError):
        await context.bot.set_message_reaction(message.chat.id, message.message_id, emoji)
