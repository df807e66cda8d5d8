"""A time expression of a question, and which of several says when the meeting was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.records import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its place in the text and the days it covers.

    `exact` tells a single named day from a stretch; `bare` a month without a year, read as the latest one past.
    """

    start: int
    end: int
    period: Period
    exact: bool = False
    bare: bool = False

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.period.end - self.period.start).days


def meeting_day(found: Sequence[Moment], text: str) -> Moment | None:
    """The moment that says when the meeting was: no deadline (9月底前), a day before a month, a month before a year."""
    likely = [one for one in found if not _DEADLINE.match(text[one.end :]) and not _UNTIL.search(text[: one.start])]
    return min(likely, key=lambda one: (one.length > _MONTH, one.length > 0), default=None)


_MONTH = 31
_DEADLINE = re.compile("之?前|以前|底前|为止")
_UNTIL = re.compile("到$")
