"""`/reports`, `/report N` and `/delete N`: what is loaded, what one report holds, and taking it away."""

import asyncio
from typing import Any

from telegram import InlineKeyboardMarkup, Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin import fixing
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.render.card import card
from bot.render.clean import label
from bot.render.listing import listing
from bot.texts import say
from data.records import Stored
from retrieval.records import Language

PAGE = 10
_MOST_WORDS = 60
_LONGEST_TITLE = 80


async def reports(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/reports [words]`: the first page of what this chat may read."""
    message = update.message
    if message is None:
        return
    action = {"matching": heard.argument(message)[:_MOST_WORDS], "at": 0, "language": language_for(message, context)}
    part, keyboard = await page(desk(context), message.chat.id, action)
    await sending.reply(context.bot, message, [part], keyboard)


async def page(at: Desk, chat: int, action: dict[str, Any]) -> tuple[html.Part, InlineKeyboardMarkup | None]:
    """One page of the list; `action` holds the words, the page in "at" and the language."""
    language: Language = action["language"]
    matching, number = action["matching"], action["at"]
    reader = await at.reader(chat)
    found, total = await asyncio.to_thread(at.store.summaries, reader, matching, number * PAGE, PAGE)
    count = -(-total // PAGE)
    turning = {"do": "reports", "matching": matching, "at": number, "language": language}
    rows = buttons.pages(number, count, turning, language)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat, rows)
    place = f"{number + 1}/{count}" if count > 1 else ""
    return html.of_document(listing(found, total, matching, language, place))[0], keyboard


async def report(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/report N`: the report's card, with the questions that it answers as buttons."""
    message = update.message
    if message is None:
        return
    at, language = desk(context), language_for(message, context)
    stored = await wanted(message, "report.usage", context)
    if stored is None:
        return
    said = card(say(language, "card.number", number=stored.number), stored.report, stored.facts, language)
    rows = buttons.under_report(stored.report.id, language)
    if at.access.may_load(message, await at.loaders()):
        rows = [*rows, fixing.button(stored.number, language)]
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows)
    await sending.reply(context.bot, message, html.of_document(said), keyboard)


async def delete(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/delete N`: asks an owner whether they mean it."""
    message = update.message
    if message is None:
        return
    at, language = desk(context), language_for(message, context)
    if not at.access.may_load(message, await at.loaders()) or message.from_user is None:
        await sending.reply(context.bot, message, html.sentence(say(language, "load.refused")))
        return
    stored = await wanted(message, "delete.usage", context)
    if stored is None:
        return
    action = {"number": stored.number, "language": language}
    rows: list[buttons.Row] = [
        [
            (say(language, "button.delete"), {"do": "delete", **action}),
            (say(language, "button.keep"), {"do": "keep", **action}),
        ]
    ]
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows, message.from_user.id)
    title = label(stored.report.title, _LONGEST_TITLE)
    question = say(language, "delete.confirm", number=stored.number, title=title)
    await sending.reply(context.bot, message, html.sentence(question), keyboard)


async def wanted(message: Message, usage: str, context: ContextTypes.DEFAULT_TYPE) -> Stored | None:
    """The report whose number follows the command; says so where there is none and gives None."""
    at, language, number = desk(context), language_for(message, context), heard.argument(message)
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        await sending.reply(context.bot, message, html.sentence(say(language, usage)))
        return None
    stored = await asyncio.to_thread(at.store.get, await at.reader(message.chat.id), int(number))
    if stored is None:
        await sending.reply(context.bot, message, html.sentence(say(language, "report.missing", number=int(number))))
    return stored
