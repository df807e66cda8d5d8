"""Reports → one record each: what it is about and how much was found in it."""

from collections.abc import Iterable
from typing import Any

from bot.exports.table import Table
from bot.texts import say
from data.records import Stored
from retrieval.records import Language

COLUMNS = (
    *("report", "title", "published", "source", "url", "meeting", "date", "place"),
    *("people", "decisions", "goals", "paragraphs"),
)


def record(stored: Stored) -> dict[str, Any]:
    """As JSON holds it."""
    report, facts = stored.report, stored.facts
    return {
        "report": stored.number,
        "id": report.id,
        "title": report.title,
        "published": report.published,
        "source": report.source,
        "url": report.url,
        "meeting": facts.meeting.name,
        "date": facts.meeting.date,
        "place": facts.meeting.place,
        "people": len(facts.attendance),
        "decisions": len(facts.decisions),
        "goals": len(facts.goals),
        "paragraphs": len(report.paragraphs),
    }


def table(reports: Iterable[Stored], language: Language) -> Table:
    """For spreadsheets."""
    columns = tuple(say(language, f"column.{key}") for key in COLUMNS)
    return Table(say(language, "export.reports"), columns, (_row(stored) for stored in reports))


def _row(stored: Stored) -> tuple[Any, ...]:
    values = record(stored)
    return tuple(values[key] for key in COLUMNS)
