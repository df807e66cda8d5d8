"""A stored report → what the index keeps of it."""

from collections.abc import Iterator
from datetime import date

from data.records import TITLE, Stored
from retrieval.index import Entry
from retrieval.tokens import Tokens

FIELDS = 2
"""How often the words of title and meeting count for each paragraph."""


def entry_of(stored: Stored, tokens: Tokens) -> Entry:
    """The report's title as paragraph -1, and its paragraphs, each with the words of title and meeting."""
    return Entry(stored.number, stored.collection, tuple(_paragraphs(stored, tokens)), day_of(stored))


def names_of(stored: Stored) -> list[str]:
    """The people and the body in the report, which jieba may not know as words."""
    body = stored.facts.meeting.body
    return [person.name for person in stored.facts.attendance] + ([body] if body else [])


def day_of(stored: Stored) -> date | None:
    """The meeting's day, else that of publication."""
    try:
        return date.fromisoformat(stored.facts.meeting.date or stored.report.published or "")
    except ValueError:
        return None


def _paragraphs(stored: Stored, tokens: Tokens) -> Iterator[tuple[int, list[str]]]:
    names = names_of(stored)
    heading = tokens.terms(f"{stored.report.title} {stored.facts.meeting.name or ''}", names)
    yield TITLE, heading
    for para, text in enumerate(stored.report.paras):
        yield para, [*tokens.terms(text, names), *heading * FIELDS]
