"""Guest mode: who mentions the bot in a chat that it is not in gets one answer, of what everybody may read."""

from telegram import InlineQueryResultArticle, InputTextMessageContent, Message, Update
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

from bot import heard, quoting
from bot.admin import gaps
from bot.desk import desk
from bot.handlers import limits, links
from bot.handlers.languages import language_of_user
from bot.memories import new_key
from bot.render import html
from bot.sending import NO_PREVIEW
from bot.texts import say
from retrieval.records import Context

EVERYWHERE = 0
"""Stands for a chat that has nothing of its own, whoever is in it."""


async def summoned(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Telegram takes one message without buttons, since the bot cannot hear them there."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    text = heard.addressed(message, context.bot.bot) or heard.quoted(message).strip()
    part = await _answer(message, text, context) if text else _hint(message, context)
    said = InputTextMessageContent(part.html, ParseMode.HTML, link_preview_options=NO_PREVIEW)
    result = InlineQueryResultArticle(new_key(), say(language_of_user(message.from_user), "about.short"), said)
    await context.bot.answer_guest_query(message.guest_query_id, result)


async def _answer(message: Message, text: str, context: ContextTypes.DEFAULT_TYPE) -> html.Part:
    at, person = desk(context), heard.talk(message).user
    if (over := at.quota.take(person, person)) is not None:
        return html.sentence(limits.words(over, language_of_user(message.from_user)))[0]
    about = await quoting.about(at, EVERYWHERE, heard.quoted(message), Context())
    reply = await at.ask(EVERYWHERE, person, text, about)
    gaps.noted(at, EVERYWHERE, text, reply)
    return html.parts(reply, links.to_sources(at, person, reply, context))[0]


def _hint(message: Message, context: ContextTypes.DEFAULT_TYPE) -> html.Part:
    return html.sentence(say(language_of_user(message.from_user), "hello.greeting", bot=context.bot.username))[0]
