"""What the meeting formally did with each matter: rules in order, then one record a matter."""

from collections.abc import Callable, Iterator

from data.facts.decisions.news import read_news
from data.records import Decision, Meeting, Report

Rule = Callable[[Report], Iterator[Decision]]

RULES: tuple[tuple[str, Rule], ...] = (("news", read_news),)


def find_decisions(
    report: Report, meeting: Meeting, rules: tuple[tuple[str, Rule], ...] = RULES
) -> tuple[Decision, ...]:
    """The decisions of the report's main meeting in reading order; none where no meeting took place."""
    if not meeting.is_meeting:
        return ()
    return tuple(record for _, rule in rules for record in rule(report))
