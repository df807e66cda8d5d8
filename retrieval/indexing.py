"""Stored reports → what the index keeps of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from data.records import TITLE, Stored
from retrieval.index import Batch, Entry, counted
from retrieval.tokens import Tokens

FIELDS = 2
"""How often the words of title and meeting count for each paragraph."""


class Text(NamedTuple):
    """What is looked at of a stored report: little enough to be sent to another process."""

    number: int
    collection: str
    heading: str
    paras: Sequence[str]
    names: Sequence[str]
    day: date | None


def text_of(stored: Stored) -> Text:
    """The words of a report."""
    heading = f"{stored.report.title} {stored.facts.meeting.name or ''}"
    return Text(stored.number, stored.collection, heading, tuple(stored.report.paras), names_of(stored), day_of(stored))


def batch_of(tokens: Tokens, texts: Sequence[Text]) -> Batch:
    """Reports cut into terms and counted: most of the work of indexing, in whatever process."""
    return counted([entry_of(text, tokens) for text in texts])


def entry_of(text: Text, tokens: Tokens) -> Entry:
    """The report's title as paragraph -1, and its paragraphs, each with the words of title and meeting."""
    return Entry(text.number, text.collection, tuple(_paragraphs(text, tokens)), text.day)


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


def _paragraphs(text: Text, tokens: Tokens) -> Iterator[tuple[int, list[str]]]:
    heading = tokens.terms(text.heading, text.names)
    yield TITLE, heading
    for para, words in enumerate(text.paras):
        yield para, [*tokens.terms(words, text.names), *heading * FIELDS]
