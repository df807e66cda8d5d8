"""Why a report should be looked at before anybody reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.loads.intake import Seen

MUCH_DAMAGE = 5
"""Spots that look broken: fewer are common in what is copied from the web, and answers show them as found."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason, by the name of its sentence; `number` is the report or the count that it speaks of."""

    name: str
    number: int = 0


def doubts(seen: Seen) -> tuple[Doubt, ...]:
    """None for a report that is new and sound; the same words in the same collection are no doubt, but done."""
    return () if seen.found.known is not None else tuple(_doubts(seen))


def _doubts(seen: Seen) -> Iterator[Doubt]:
    if not seen.facts.meeting.is_meeting:
        yield Doubt("not_meeting")
    if len(seen.report.damage) >= MUCH_DAMAGE:
        yield Doubt("damaged", len(seen.report.damage))
    if seen.found.earlier is not None:
        yield Doubt("supersedes", seen.found.earlier)
    if seen.found.elsewhere is not None:
        yield Doubt("elsewhere", seen.found.elsewhere)
