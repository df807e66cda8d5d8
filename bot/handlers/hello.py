"""What the bot says about itself, the end of what it waits for, and of what it remembers."""

import asyncio

from telegram import Chat, Message, Update
from telegram.ext import ContextTypes

from bot import forgetting, heard, sending
from bot.desk import desk
from bot.handlers import passages
from bot.handlers.languages import language_for
from bot.memories import ANSWERS, CONVERSATION
from bot.render import html
from bot.render.clean import label
from bot.texts import say

_LONGEST_NAME = 60


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/start`: what it is good for, with two questions to try; with a link's parameter, the passage it leads to."""
    message = update.message
    if message is not None and not await passages.opened(message, context):
        language = language_for(message, context)
        meeting = await _newest(message, context) or say(language, "hello.example")
        await _say(message, say(language, "hello.start", bot=context.bot.username, meeting=meeting), context)


async def help_(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/help`: everything it understands."""
    if message := update.message:
        await _say(message, say(language_for(message, context), "hello.help", bot=context.bot.username), context)


async def privacy(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/privacy`: what is kept, and for how long."""
    if message := update.message:
        hours, days = int(CONVERSATION.total_seconds() // 3600), ANSWERS.days
        await _say(message, say(language_for(message, context), "hello.privacy", hours=hours, days=days), context)


async def cancel(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/cancel`: ends the waiting of `/load`; the conversation starts anew too."""
    if message := update.message:
        memories, talk = desk(context).memories, heard.talk(message)
        waited = await asyncio.to_thread(memories.dialogues.cancel, talk)
        await asyncio.to_thread(memories.conversations.start_anew, talk)
        key = "hello.cancelled" if waited else "hello.nothing_to_cancel"
        await _say(message, say(language_for(message, context), key), context)


async def forget(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/forget`: wipes what the person left behind, in a group only there."""
    if message := update.message:
        at, talk, language = desk(context), heard.talk(message), language_for(message, context)
        await at.settled()
        await asyncio.to_thread(forgetting.forget, at, talk.chat, talk.user)
        key = "hello.forgotten" if message.chat.type == Chat.PRIVATE else "hello.forgotten_here"
        await _say(message, say(language, key), context)


async def unknown(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A command that is not ours: a hint in private; in groups it was not for us."""
    if message := update.message:
        await _say(message, say(language_for(message, context), "hello.unknown"), context)


async def _newest(message: Message, context: ContextTypes.DEFAULT_TYPE) -> str:
    """The meeting of the newest report that is read here, so that who tries the example gets an answer."""
    at = desk(context)
    found, _ = await asyncio.to_thread(at.store.summaries, await at.reader(message.chat.id), "", 0, 1)
    return label(found[0].meeting or "", _LONGEST_NAME) if found else ""


async def _say(message: Message, text: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    await sending.reply(context.bot, message, html.sentence(text))
