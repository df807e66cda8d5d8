"""Where the question names no body, or no city of bodies of one name: the meetings that it may mean, to ask back."""

import re
from collections.abc import Sequence
from datetime import date

from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.records import Question


def of_several_places(scored: Sequence[tuple[Card, float]], question: Question) -> tuple[Card, ...]:
    """Meetings of one name but of several cities that fit alike; none where a city, day, number or person tells which.

    `scored` are the meetings that fit, each with its score, best first.
    """
    if len(scored) < _TWO or question.exact or question.counts or question.people:
        return ()
    first, best = scored[0]
    alike = [card for card, score in scored if score > best - LIKE and card.series == first.series and card.home]
    if not first.series or not first.home or any(card.home in question.text for card in alike):
        return ()
    return tuple(alike) if len({card.home for card in alike}) > 1 else ()


_TWO = 2
LIKE = 0.3
"""What a meeting held later, or called without its city, may score beyond another."""


def held_last(catalogue: Catalogue, reader: Reader, question: Question, today: date) -> tuple[Card, ...]:
    """The meetings held last, where only 上次会议 or a time names one: all of a time, else the last of each name."""
    brief = question.period is not None and (question.period.end - question.period.start).days <= _MONTH
    if not _JUST_A_MEETING.fullmatch(question.focus) or not (brief or question.ordinal == "last"):
        return ()
    if question.people or question.strangers or question.counts or question.identity:
        return ()
    readable = catalogue.readable(reader)
    cards = [card for card, may in zip(catalogue.cards, readable, strict=True) if may and card.is_meeting]
    held = [card for card in cards if card.day and card.day <= today and (not brief or _within(card.day, question))]
    held.sort(key=lambda card: (str(card.day), card.number), reverse=True)
    seen: dict[tuple[str, str], Card] = {}
    for card in held:
        seen.setdefault((card.series or card.label, card.home), card)
    return tuple(held if brief else seen.values())[:_MOST_LATEST]


def _within(day: date, question: Question) -> bool:
    return question.period is not None and question.period.holds(day)


_JUST_A_MEETING = re.compile("(?:会议?|那个|开|的|次|场|例会| )*")
_MONTH, _MOST_LATEST = 31, 5
