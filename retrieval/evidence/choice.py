"""Which meeting the question is about: named, carried over from the conversation, one of several, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from config import lexicon
from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import Candidate, candidates
from retrieval.evidence.belief import THRESHOLD, belief, weight_of
from retrieval.records import Context, Question

LEAST_CARRIED = 0.25
"""Of its words, what the report talked about must hold when another holds nearly all."""
NEARLY_ALL = 0.75
TIE = 0.01
"""Scores nearer than this cannot be told apart."""
_NAMED = re.compile(
    r"[㐀-鿿A-Za-z]{2,}(?:会议|大会|全会|例会|常务会|座谈会|论坛|峰会|董事会|理事会|委员会|闭幕会|开幕会|会)"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The meetings that may be meant, best first; `carried` when taken over, `tied` when the first two are equals."""

    cards: tuple[Card, ...]
    carried: bool = False
    tied: bool = False
    trace: tuple[str, ...] = ()


def choose(catalogue: Catalogue, reader: Reader, question: Question, today: date, context: Context) -> Choice:
    """The meeting of `question` among those that `reader` may read."""
    ranked = candidates(catalogue, catalogue.readable(reader), question, today)
    ranked = _in_order(catalogue, ranked, question)
    weight = weight_of(catalogue, question)
    believed = {one.position: belief(catalogue.cards[one.position], one, question, weight) for one in ranked}
    trace = tuple(_line(catalogue.cards[one.position], one, believed[one.position]) for one in ranked[:5])
    before = _carried(catalogue, reader, context)
    if before and not _names_another(catalogue, question, ranked, before):
        return Choice(before, carried=True, trace=(f"carried over: {before[0].label}", *trace))
    fit = [one for one in ranked if believed[one.position] >= THRESHOLD]
    cards = tuple(catalogue.cards[one.position] for one in fit)
    return Choice(cards, tied=_tied(catalogue, fit, question), trace=trace)


def _carried(catalogue: Catalogue, reader: Reader, context: Context) -> tuple[Card, ...]:
    found = (catalogue.position(report, reader) for report in context.reports)
    return tuple(catalogue.cards[at] for at in found if at is not None)


def _names_another(
    catalogue: Catalogue, question: Question, ranked: Sequence[Candidate], before: tuple[Card, ...]
) -> bool:
    """Whether the question names a meeting of its own instead of going on about the one before."""
    if _pointer().search(question.text) and not question.exact:
        return False
    if question.period is not None or question.counts or _NAMED.search(question.focus):
        return True
    if not ranked or not question.focus:
        return False
    here = next((one.coverage for one in ranked if catalogue.cards[one.position] in before), 0.0)
    return ranked[0].coverage >= NEARLY_ALL and here < LEAST_CARRIED


def _in_order(catalogue: Catalogue, ranked: list[Candidate], question: Question) -> list[Candidate]:
    """The first or last of the near-equal ones first, where the question asks for it."""
    if question.ordinal is None or len(ranked) < 2:
        return ranked
    near = [one for one in ranked if one.score > ranked[0].score - 0.25 and catalogue.days[one.position]]
    near.sort(key=lambda one: int(catalogue.days[one.position]), reverse=question.ordinal == "last")
    return near + [one for one in ranked if one not in near]


def _tied(catalogue: Catalogue, fit: Sequence[Candidate], question: Question) -> bool:
    """Whether two meetings of one day, or two without one, fit alike: otherwise the later one is meant."""
    if len(fit) < 2 or question.ordinal is not None:
        return False
    first, second = (catalogue.cards[one.position] for one in fit[:2])
    apart = first.is_meeting and second.is_meeting and not _alike(first.label, second.label)
    return apart and first.day == second.day and fit[0].score - fit[1].score < TIE


def _alike(one: str, other: str) -> bool:
    """Whether two names are likely of one event: half the pairs of the shorter are in the longer."""
    first, second = set(pairs(one).tolist()), set(pairs(other).tolist())
    return 2 * len(first & second) >= min(len(first), len(second))


def _line(card: Card, one: Candidate, believed: float) -> str:
    shares = f"words {one.coverage:.2f}, name {one.name_coverage:.2f}, belief {believed:.2f}"
    return f"considered {card.label} ({card.day or card.published}): {one.score:.2f} ({shares})"


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon.words("question", "carry.words"))))
