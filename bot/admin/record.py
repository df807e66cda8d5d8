"""`/audit`: who did what when, for owners."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import Update
from telegram.ext import ContextTypes

from bot import sending
from bot.admin.permission import owns, told_here
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say
from data.store.audit import Act, Audit
from retrieval.records import Language

_MOST = 25


async def audit(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The last actions of everybody, newest first."""
    message = update.message
    if message is None or not await owns(message, context):
        return
    at, language = desk(context), language_for(message, context)
    acts = await asyncio.to_thread(Audit(at.store).recent, _MOST, await told_here(message, context))
    zone = ZoneInfo(at.settings.timezone)
    lines = [_line(act, zone, language) for act in acts] or [say(language, "audit.nothing")]
    await sending.reply(context.bot, message, html.sentence("\n".join((say(language, "audit.heading"), *lines))))


def _line(act: Act, zone: ZoneInfo, language: Language) -> str:
    when = datetime.fromtimestamp(act.at, zone).strftime("%Y-%m-%d %H:%M")
    what = say(language, f"audit.{act.action}", subject=act.subject)
    line = say(language, "audit.line", when=when, who=act.by, what=what)
    return line + say(language, "audit.undone") if act.undone else line
