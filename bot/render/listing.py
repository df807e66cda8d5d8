"""A page of the list of reports."""

from collections.abc import Sequence

from bot.render.dates import spoken
from bot.render.document import BLANK, Document, Line, bold, plain
from bot.texts import say
from data.records import Summary
from retrieval.records import Language

_TITLE = 80


def listing(summaries: Sequence[Summary], total: int, matching: str, language: Language, place: str = "") -> Document:
    """The reports of this page under how many there are in all; `place` says which page of how many, if of several."""
    if not total:
        key = "reports.none_matching" if matching else "reports.none"
        return Document((plain(say(language, key, words=matching)),))
    key = "reports.heading_matching" if matching else "reports.heading"
    heading = bold(say(language, key, count=total, words=matching))
    lines = (line for summary in summaries for line in _lines(summary, language))
    return Document((heading, *lines, *((BLANK, plain(place)) if place else ())))


def _lines(summary: Summary, language: Language) -> tuple[Line, ...]:
    title = summary.title or summary.meeting or say(language, "answer.no_title")
    day = summary.date or summary.published
    counts = say(
        language,
        "reports.counts",
        date=spoken(day, language) if day else say(language, "reports.undated"),
        people=summary.people,
        decisions=summary.decisions,
        goals=summary.goals,
    )
    shown = title if len(title) <= _TITLE else title[:_TITLE] + "…"
    return (BLANK, bold(say(language, "reports.line", number=summary.number, title=shown)), plain(counts))
