"""`/load`: a file with the command as caption, a reply to a file or text, or pasted text; for owners."""

import asyncio
import logging
import secrets

from telegram import Document, Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin import audience, loading
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.memories import DIALOGUE
from bot.render import html
from bot.render.card import card
from bot.render.clean import label
from bot.texts import say
from data.errors import EmptyReport, HuiwenError, ReadError, ReportRefused
from data.ingest import Loaded, ingest
from retrieval.records import Language

_LOG = logging.getLogger(__name__)

_MEGABYTE = 1_000_000


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
    """Takes a message as the report that `/load` waits for; whether it did."""
    message = update.message
    if message is None or not await _may_load(message, context):
        return False
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
    at, language = desk(context), language_for(message)
    name = label(document.file_name or "", 120) if document else ""
    name = name or say(language, "load.pasted")
    most = at.settings.max_file_bytes
    size = (document.file_size or 0) if document else 0
    if size > most:
        too_large = say(language, "load.too_large", size=-(-size // _MEGABYTE), most=most // _MEGABYTE)
        await sending.reply(context.bot, message, html.sentence(too_large))
        return
    data = await _downloaded(document, context) if document else text.encode("utf-8", errors="replace")
    collection = await audience.collection(message, context)
    if collection is None or message.from_user is None:
        await sending.reply(context.bot, message, html.sentence(say(language, "load.not_in_group")))
        return
    try:
        loaded = await asyncio.to_thread(ingest, at.store, name, data, collection)
        earlier = await loading.loaded(at, message.from_user.id, loaded, collection)
    except HuiwenError as error:
        await sending.reply(context.bot, message, html.sentence(_reason(error, name, language)))
        return
    await at.refresh()
    await _show(message, loaded, earlier, language, context)


async def _downloaded(document: Document, context: ContextTypes.DEFAULT_TYPE) -> bytes:
    """The bytes; Telegram's path to them holds the token and goes no further than here."""
    file = await context.bot.get_file(document.file_id)
    return bytes(await file.download_as_bytearray())


async def _show(
    message: Message, loaded: Loaded, earlier: int | None, language: Language, context: ContextTypes.DEFAULT_TYPE
) -> None:
    at: Desk = desk(context)
    key = "load.loaded" if loaded.saved.created else "load.known"
    heading = say(language, key, number=loaded.saved.number)
    if earlier is not None:
        heading += say(language, "load.superseded", number=earlier)
    said = html.of_document(card(heading, loaded.report, loaded.facts, language))
    rows = buttons.under_report(loaded.report.id, language)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows)
    await sending.reply(context.bot, message, said, keyboard)


def _reason(error: HuiwenError, name: str, language: Language) -> str:
    """Why nothing was loaded; faults of the store are ours, so they go to the log with a reference."""
    if isinstance(error, EmptyReport):
        return say(language, "load.empty", name=name)
    if isinstance(error, ReportRefused):
        return say(language, "load.refused_report", name=name, reason=label(str(error)))
    if isinstance(error, ReadError):
        return say(language, "load.not_text", name=name)
    reference = secrets.token_hex(3)
    _LOG.error("reference %s: a report could not be stored", reference, exc_info=error)
    return say(language, "load.store_failed", reference=reference)
