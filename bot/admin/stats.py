"""`/stats`: how much this chat's reports hold, and what is missing."""

import asyncio
from dataclasses import asdict

from telegram import Chat, Update
from telegram.ext import ContextTypes

from bot import sending
from bot.access import collection_for
from bot.admin.permission import may_load
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say
from data.store.gaps import count_gaps
from data.store.tally import tally


async def stats(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Counts over what the chat may read."""
    message = update.message
    if message is None or not await may_load(message, context):
        return
    at, language = desk(context), language_for(message, context)
    counts = await asyncio.to_thread(tally, at.store, await at.reader(message.chat.id))
    aliases = len((await asyncio.to_thread(at.store.aliases)).get(collection_for(message.chat), {}))
    everywhere = message.chat.type == Chat.PRIVATE and at.access.owns(message)
    gaps = await asyncio.to_thread(count_gaps, at.store, None if everywhere else message.chat.id)
    text = say(language, "stats.lines", **asdict(counts), aliases=aliases, gaps=gaps)
    await sending.reply(context.bot, message, html.sentence(text))
