"""`/versions N`: the earlier versions of a report, which stay when it is loaded anew."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import ContextTypes

from bot import sending
from bot.admin.permission import may_load
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.handlers.manage import wanted
from bot.render import html
from bot.render.clean import label
from bot.texts import say
from data.store.shelf import versions as versions_of

_LONGEST_TITLE = 60


async def versions(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Their numbers, newest first, and since when they are superseded."""
    message = update.message
    if message is None or not await may_load(message, context):
        return
    at, language = desk(context), language_for(message, context)
    stored = await wanted(message, "versions.usage", context)
    if stored is None:
        return
    reader = await at.reader(message.chat.id)
    earlier = await asyncio.to_thread(versions_of, at.store, reader, stored.number)
    zone = ZoneInfo(at.settings.timezone)
    lines = [
        say(
            language,
            "versions.line",
            number=one.number,
            title=label(one.title, _LONGEST_TITLE),
            since=datetime.fromtimestamp(one.since, zone).strftime("%Y-%m-%d %H:%M"),
        )
        for one in earlier
    ]
    heading = say(language, "versions.heading" if lines else "versions.none", number=stored.number)
    await sending.reply(context.bot, message, html.sentence("\n".join((heading, *lines))))
