"""A report that waits for a yes → the card that says what was found, why it waits, and who would read it."""

from collections.abc import Iterable

from bot.render.card import card
from bot.render.document import BLANK, Document, plain
from bot.texts import say
from data.records import Facts, Report
from retrieval.records import Language


def draft(report: Report, facts: Facts, reasons: Iterable[str], for_whom: str, language: Language) -> Document:
    """`reasons` and `for_whom` are sentences."""
    found = card(say(language, "draft.heading"), report, facts, language)
    heading, *rest = found.lines
    return Document((heading, *(plain(f"⚠️ {reason}") for reason in reasons), plain(for_whom), BLANK, *rest[1:]))
