"""`/load`: a file with the command as caption, a reply to a file or text, or pasted text; for owners."""

import asyncio

from telegram import Document, Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin import audience
from bot.desk import desk
from bot.handlers import albums
from bot.handlers.intake import Taken, take
from bot.handlers.languages import language_for
from bot.handlers.loaded import rows as under_card
from bot.memories import DIALOGUE
from bot.render import html
from bot.render.card import card
from bot.texts import say


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/load` in any of its forms; without a report it waits for one."""
    message = update.message
    if message is None or await _refused(message, context):
        return
    text, document = heard.argument(message), _document(message)
    text = text or (heard.quoted(message) if document is None else "")
    if document is not None or text:
        await _load(message, document, text, context)
        return
    await asyncio.to_thread(desk(context).memories.await_report, heard.talk(message))
    minutes = int(DIALOGUE.total_seconds() // 60)
    waiting = say(language_for(message), "load.waiting", minutes=minutes)
    rows = await audience.rows(message, language_for(message), context)
    if rows:
        waiting += "\n" + say(language_for(message), "load.for_whom")
    user = message.from_user.id if message.from_user else None
    keyboard = await asyncio.to_thread(buttons.keyboard, desk(context).memories, message.chat.id, rows, user)
    await sending.reply(context.bot, message, html.sentence(waiting), keyboard)


async def awaited(update: Update, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes a message as the report that `/load` waits for, or as the next file of an album; whether it did."""
    message = update.message
    if message is None or not await _may_load(message, context):
        return False
    if await albums.goes_on(message, context):
        return True
    memories, talk = desk(context).memories, heard.talk(message)
    if not await asyncio.to_thread(memories.awaits_report, talk):
        return False
    await _load(message, message.document, heard.words(message), context)
    await asyncio.to_thread(memories.cancel, talk)
    return True


async def _refused(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Says no, kindly, to whoever may not load; whether it did."""
    if await _may_load(message, context):
        return False
    access, loaders = desk(context).access, await desk(context).loaders()
    hidden = message.sender_chat is not None or access.may_manage(message.from_user, loaders)
    refusal = say(language_for(message), "load.refused_hidden" if hidden else "load.refused")
    await sending.reply(context.bot, message, html.sentence(refusal))
    return True


async def _may_load(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    return desk(context).access.may_load(message, await desk(context).loaders())


def _document(message: Message) -> Document | None:
    replied = message.reply_to_message
    return message.document or (replied.document if replied else None)


async def _load(message: Message, document: Document | None, text: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    collection = await audience.collection(message, context)
    if await albums.begin(message, collection, context):
        return
    taken = await take(message, document, text, collection, context)
    if isinstance(taken, str):
        await sending.reply(context.bot, message, html.sentence(taken))
        return
    await _show(message, taken, context)


async def _show(message: Message, taken: Taken, context: ContextTypes.DEFAULT_TYPE) -> None:
    at, language, loaded = desk(context), language_for(message), taken.loaded
    heading = say(language, "load.loaded" if loaded.saved.created else "load.known", number=loaded.saved.number)
    if taken.earlier is not None:
        heading += say(language, "load.superseded", number=taken.earlier)
    said = html.of_document(card(heading, loaded.report, loaded.facts, language))
    rows = await under_card(message, taken, language, context)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows)
    await sending.reply(context.bot, message, said, keyboard)
