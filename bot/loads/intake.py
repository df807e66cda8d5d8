"""One file or text → read and looked at → a report in the store; or the reason why not."""

import asyncio
import logging
import secrets
from dataclasses import dataclass

from telegram import Document
from telegram.ext import ContextTypes

from bot.admin import loading
from bot.desk import Desk, desk
from bot.render.clean import label
from bot.texts import say
from data.errors import EmptyReport, HuiwenError, ReadError, ReportRefused
from data.facts.extract import extract
from data.ingest import Loaded, to_report
from data.records import Facts, Report
from data.store.forecast import Forecast, forecast
from data.store.worlds import world_for
from retrieval.records import Language

_LOG = logging.getLogger(__name__)

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """A file at Telegram, or a text, that is to be a report: plain values, so that it can wait."""

    name: str
    size: int = 0
    file: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """An item as it was read for a collection; nothing is stored."""

    collection: str
    report: Report
    facts: Facts
    found: Forecast


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that is in the store, of that collection; `earlier` is the number of the version it supersedes."""

    loaded: Loaded
    earlier: int | None
    collection: str


def item_of(document: Document | None, text: str, language: Language) -> Item:
    """What was sent; the sender's own name for a file is a label."""
    name = label(document.file_name or "", 120) if document else ""
    name = name or say(language, "load.pasted")
    if document is None:
        return Item(name, text=text)
    return Item(name, document.file_size or 0, document.file_id)


async def look(
    item: Item, collection: str | None, language: Language, context: ContextTypes.DEFAULT_TYPE
) -> Seen | str:
    """What is in it, or a sentence that says why there is nothing; no collection: the sender is not there."""
    most = desk(context).settings.max_file_bytes
    if item.size > most:
        return say(language, "load.too_large", size=-(-item.size // _MEGABYTE), most=most // _MEGABYTE)
    if collection is None:
        return say(language, "load.not_in_group")
    data = await _downloaded(item.file, context) if item.file else item.text.encode("utf-8", errors="replace")
    try:
        return await asyncio.to_thread(_read, desk(context), item.name, data, collection)
    except HuiwenError as error:
        return _reason(error, item.name, language)


async def keep(seen: Seen, user: int, language: Language, at: Desk) -> Taken | str:
    """The report, readable from now on; or a sentence that says why it is not stored."""
    try:
        saved = await asyncio.to_thread(at.store.save, seen.report, seen.facts, seen.collection)
        loaded = Loaded(saved, seen.report, seen.facts)
        earlier = await loading.loaded(at, user, loaded, seen.collection)
    except HuiwenError as error:
        return _reason(error, label(seen.report.title), language)
    await at.refresh()
    return Taken(loaded, earlier, seen.collection)


def _read(at: Desk, name: str, data: bytes, collection: str) -> Seen:
    report = to_report(name, data)
    facts = extract(report, world_for(at.store, collection))
    return Seen(collection, report, facts, forecast(at.store, report, facts, collection))


async def _downloaded(file: str, context: ContextTypes.DEFAULT_TYPE) -> bytes:
    """The bytes; Telegram's path to them holds the token and goes no further than here."""
    found = await context.bot.get_file(file)
    return bytes(await found.download_as_bytearray())


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
