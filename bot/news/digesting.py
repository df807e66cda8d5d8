"""`/digest weekly|off`: whether a chat gets its meetings of the week; in groups its admins say so."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import heard, sending
from bot.admin.chat_admins import may_set
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.news.weekly import subscription
from bot.render import html
from bot.render.dates import spoken
from bot.texts import say
from data.store.digests import digest_of, subscribe, unsubscribe
from retrieval.records import Language


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/digest` alone says how it is and how to change it."""
    message = update.message
    if message is None:
        return
    at, language, wish = desk(context), language_for(message, context), heard.argument(message).lower()
    if wish in _WISHES and not await may_set(message, context):
        await _say(message, say(language, "settings.only_admins"), context)
        return
    if wish in _WISHES:
        topic = heard.topic(message) or 0
        await asyncio.to_thread(change, at, message.chat.id, topic, language, is_on=_WISHES[wish])
    text = await asyncio.to_thread(_state, at, message.chat.id, language)
    await _say(message, text if wish in _WISHES else "\n".join((text, say(language, "digest.usage"))), context)


def change(at: Desk, chat: int, topic: int, language: Language, *, is_on: bool) -> None:
    """The chat gets digests from now on, there; or none."""
    if is_on:
        subscribe(at.store, subscription(at, chat, topic, language))
    else:
        unsubscribe(at.store, chat)


def _state(at: Desk, chat: int, language: Language) -> str:
    found = digest_of(at.store, chat)
    if found is None:
        return say(language, "digest.off")
    due = datetime.fromtimestamp(found.due, ZoneInfo(at.settings.timezone))
    return say(language, "digest.on", day=spoken(due.date().isoformat(), language), time=f"{due:%H:%M}")


async def _say(message: Message, text: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    await sending.reply(context.bot, message, html.sentence(text))


_WISHES = {"weekly": True, "每周": True, "每週": True, "off": False, "关": False, "關": False}
