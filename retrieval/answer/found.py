"""Meetings that fit, each with the place that says so; those that took up a topic, told from those that mention it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.records import Span, Stored
from retrieval.catalogue.cards import Card
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import sentences_of, share_in

NEARLY_BEST = 0.7
"""Of the best share of the topic's words that a meeting's name, matter or goal holds."""
LEAST = 0.3
_TAKEN_UP = re.compile("会议|指出|强调|要求|研究|审议|听取|部署|讨论|汇报|围绕|提出")


@dataclass(frozen=True, slots=True)
class Found:
    """A meeting that fits, its report, and where that is said."""

    card: Card
    stored: Stored
    at: Span


def on_topic(evidence: Evidence, likely: Sequence[Card]) -> Iterator[Found]:
    """Those whose name, matters or goals are on the topic, or which are said to have spoken of it."""
    words = {key: weight for key, weight in evidence.words.items() if evidence.catalogue.texts.count(key)}
    options = [(one, *_taken_up(one, words)) for one in _meetings(evidence, likely)]
    top = max((share for _, share, _ in options), default=0.0)
    for one, share, at in options:
        if share >= max(LEAST, NEARLY_BEST * top):
            yield Found(one.card, one.stored, at)


def _meetings(evidence: Evidence, likely: Sequence[Card]) -> Iterator[Found]:
    for card in likely:
        stored = evidence.fetch(card.number) if card.is_meeting else None
        if stored is not None:
            named = stored.facts.meeting.name_at
            yield Found(card, stored, named.span if named else Span(0, 0, 1))


def _taken_up(one: Found, words: dict[int, float]) -> tuple[float, Span]:
    """The best share of the topic's words that something the meeting did holds, and where it stands."""
    facts = one.stored.facts
    places = [(f"{one.card.name} {one.card.title}", one.at)]
    places += [(decision.object, decision.at.span) for decision in facts.decisions]
    places += [(goal.text, goal.at.span) for goal in facts.goals]
    places += [
        (piece.text, Span(piece.para, piece.start, piece.end))
        for piece in sentences_of(one.stored.report)
        if _TAKEN_UP.search(piece.text)
    ]
    shares = [share_in(text, words) for text, _ in places]
    best = shares.index(max(shares))
    return shares[best], places[best][1]
