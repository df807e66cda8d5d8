"""The one message that a dialogue waits for: to whom it goes; rights are looked at again before."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Chat, Message, Update
from telegram.ext import ContextTypes

from bot import heard
from bot.admin import aliases, fixing
from bot.desk import desk
from bot.memories import Action


async def awaited(update: Update, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes a message as the words that a dialogue waits for; whether it did. In groups only a reply to the bot is."""
    message = update.message
    if message is None or not (message.chat.type == Chat.PRIVATE or heard.replies_to(message, context.bot.bot)):
        return False
    at, talk = desk(context), heard.talk(message)
    action = await asyncio.to_thread(at.memories.dialogues.awaited_words, talk)
    if action is None or not heard.words(message) or not at.access.may_load(message, await at.loaders()):
        return False
    if await _TAKES[action["do"]](message, action, context):
        await asyncio.to_thread(at.memories.dialogues.cancel, talk)
    return True


_TAKES: dict[str, Callable[[Message, Action, ContextTypes.DEFAULT_TYPE], Awaitable[bool]]] = {
    "fix_kind": fixing.words,
    "alias": aliases.words,
}
