"""`/status`: how the bot is running, for its owners."""

import asyncio
import time
from importlib.metadata import version

from telegram import Update
from telegram.ext import ContextTypes

from bot import sending
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say
from data.store import HEAD


async def status(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Version, store, how far the engine follows it, queue, last poll, and what the bot sees in groups."""
    message = update.message
    if message is None:
        return
    at, language = desk(context), language_for(message, context)
    if not at.access.owns(message):
        await sending.reply(context.bot, message, html.sentence(say(language, "rights.only_owners")))
        return
    _, reports = await asyncio.to_thread(at.store.summaries, await at.reader(message.chat.id), "", 0, 1)
    reads_all = context.bot.bot.can_read_all_group_messages
    text = say(
        language,
        "status.lines",
        version=version("huiwen"),
        store=at.store.backend,
        schema=HEAD,
        generation=await asyncio.to_thread(at.store.generation),
        index=at.engine.generation,
        reports=reports,
        waiting=at.heartbeat.waiting - 1,
        seconds=round(time.time() - at.heartbeat.last) if at.heartbeat.last else "—",
        privacy=say(language, "status.reads_all" if reads_all else "status.reads_own"),
    )
    await sending.reply(context.bot, message, html.sentence(text))
