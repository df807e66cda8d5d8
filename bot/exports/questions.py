"""Questions that were not answered, or not well → one record each; who asked is not known."""

from collections.abc import Iterable
from typing import Any

from bot.exports.table import Table
from bot.texts import say
from data.store.gaps import Gap
from retrieval.records import Language


def record(gap: Gap) -> dict[str, Any]:
    """As JSON holds it."""
    return {"question": gap.question, "times": gap.times, "reason": gap.reason}


def table(gaps: Iterable[Gap], language: Language) -> Table:
    """For spreadsheets, the most frequent first."""
    columns = tuple(say(language, f"column.{key}") for key in ("question", "times", "reason"))
    rows = ((gap.question, gap.times, say(language, f"gaps.{gap.reason}")) for gap in gaps)
    return Table(say(language, "export.questions"), columns, rows)
