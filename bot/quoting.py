"""A quoted passage → the reports in which it stands: what a question under it is about."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from data.clean import clean_text
from data.records import Reader, Stored
from data.store import Store
from retrieval.records import Context

_OURS = re.compile(r"^[•…\s“「]+|(?:\s*\[\d+\])+$|\s·\s.*$|[”」…\s]+$", re.MULTILINE)
"""What our messages put around a report's words: bullets, quotation marks, numbers of sources, the day after a name."""
_SHORTEST = 4
_MOST_OWN = 60
"""Reports of the answer that are read through; more fill no message that could be quoted."""
_NEAREST = 8
"""Paragraphs that are looked at for one that holds the words."""


async def about(at: Desk, chat: int, quote: str, before: Context) -> Context:
    """`before`, narrowed to the reports that hold the quote: of its own, else of what the chat may read."""
    words = words_of(quote)
    if len(words) < _SHORTEST:
        return before
    found = await asyncio.to_thread(_holding, at.store, await at.reader(chat), before.reports, words)
    if not found:
        nearest = await at.search(chat, words, _NEAREST)
        found = tuple(dict.fromkeys(one.report for one in nearest if words in one.text))
    return replace(before, reports=found) if found else before


def words_of(quote: str) -> str:
    """The quote's longest line as reports write it."""
    return max(clean_text(_OURS.sub("", quote)).splitlines(), key=len, default="").strip()


def _holding(store: Store, reader: Reader, reports: Sequence[str], words: str) -> tuple[str, ...]:
    stored = (store.by_id(reader, report) for report in reports[:_MOST_OWN])
    return tuple(one.report.id for one in stored if one is not None and _holds(one, words))


def _holds(stored: Stored, words: str) -> bool:
    named = stored.facts.meeting.name or ""
    return words in named or any(words in text for text in (stored.report.title, *stored.report.paras))
