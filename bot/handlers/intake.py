"""One file or text → a report in the store, or the reason why it is not."""

import asyncio
import logging
import secrets
from dataclasses import dataclass

from telegram import Document, Message
from telegram.ext import ContextTypes

from bot.admin import loading
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.render.clean import label
from bot.texts import say
from data.errors import EmptyReport, HuiwenError, ReadError, ReportRefused
from data.ingest import Loaded, ingest
from retrieval.records import Language

_LOG = logging.getLogger(__name__)

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that is in the store, of that collection; `earlier` is the number of the version it supersedes."""

    loaded: Loaded
    earlier: int | None
    collection: str


async def take(
    message: Message, document: Document | None, text: str, collection: str | None, context: ContextTypes.DEFAULT_TYPE
) -> Taken | str:
    """The report, or a sentence that says why there is none; no collection means that the sender is not there."""
    at, language = desk(context), language_for(message)
    name = label(document.file_name or "", 120) if document else ""
    name = name or say(language, "load.pasted")
    most, size = at.settings.max_file_bytes, (document.file_size or 0) if document else 0
    if size > most:
        return say(language, "load.too_large", size=-(-size // _MEGABYTE), most=most // _MEGABYTE)
    if collection is None or message.from_user is None:
        return say(language, "load.not_in_group")
    data = await _downloaded(document, context) if document else text.encode("utf-8", errors="replace")
    try:
        loaded = await asyncio.to_thread(ingest, at.store, name, data, collection)
        earlier = await loading.loaded(at, message.from_user.id, loaded, collection)
    except HuiwenError as error:
        return _reason(error, name, language)
    await at.refresh()
    return Taken(loaded, earlier, collection)


async def _downloaded(document: Document, context: ContextTypes.DEFAULT_TYPE) -> bytes:
    """The bytes; Telegram's path to them holds the token and goes no further than here."""
    file = await context.bot.get_file(document.file_id)
    return bytes(await file.download_as_bytearray())


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
