"""Which meeting the question is about: named, carried over from the conversation, one of several, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.following import of_one_place
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import Candidate, candidates
from retrieval.evidence.belief import THRESHOLD, beliefs
from retrieval.evidence.carrying import beside, goes_on, of_series, talked_about
from retrieval.evidence.unnamed import held_last, of_several_places
from retrieval.records import Context, Question

TIE = 0.01
"""Scores nearer than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The meetings that may be meant, best first.

    `carried` when taken over, `beside` when next to that, `tied` when the first two are equals.
    """

    cards: tuple[Card, ...]
    carried: bool = False
    beside: bool = False
    tied: bool = False
    trace: tuple[str, ...] = ()


def choose(catalogue: Catalogue, reader: Reader, question: Question, today: date, context: Context) -> Choice:
    """The meeting of `question` among those that `reader` may read."""
    before = talked_about(catalogue, reader, context)
    ranked = candidates(catalogue, catalogue.readable(reader), question, today)
    ranked = _in_order(catalogue, ranked, question)
    believed = beliefs(catalogue, ranked, question)
    trace = tuple(_line(catalogue.cards[one.position], one, believed[one.position]) for one in ranked[:5])
    latest = () if before else held_last(catalogue, reader, question, today)
    if latest and not {"which_meetings", "count"} & set(question.kinds):
        return Choice(latest, tied=len(latest) > 1, trace=("no body is named: the meetings held last",))
    next_to = beside(catalogue, reader, question, before) if before else None
    if next_to is not None:
        return Choice(
            (next_to,), carried=True, beside=True, trace=(f"beside what was talked about: {next_to.label}", *trace)
        )
    extreme_one = of_series(catalogue, reader, question, before, today) if before else None
    if extreme_one is not None:
        return Choice((extreme_one,), carried=True, trace=(f"of the series talked about: {extreme_one.label}", *trace))
    if before and goes_on(catalogue, question, ranked, before):
        cards = tuple(catalogue.cards[at] for at in before)
        return Choice(cards, carried=True, trace=(f"carried over: {cards[0].label}", *trace))
    fit = [one for one in ranked if believed[one.position] >= THRESHOLD]
    if not fit and _FIRST in question.counts and _FIRST_OF_TIME.search(question.text):
        earliest = replace(question, counts=question.counts - {_FIRST}, ordinal="first")
        return choose(catalogue, reader, earliest, today, context)
    several = of_several_places([(catalogue.cards[one.position], one.score) for one in fit], question)
    if several:
        return Choice(several, tied=True, trace=("no city is named: meetings of one name", *trace))
    cards = tuple(catalogue.cards[one.position] for one in fit)
    return Choice(cards, tied=_tied(catalogue, fit, question), trace=trace)


def the_two(catalogue: Catalogue, reader: Reader, context: Context) -> list[Choice]:
    """The two meetings talked about last, where there are two: 这两次会议有什么不同."""
    cards = [catalogue.cards[at] for at in talked_about(catalogue, reader, context)]
    return [Choice((card,), carried=True) for card in cards] if len(cards) == _PAIR else []


_PAIR = 2
_FIRST = "1次"
_FIRST_OF_TIME = re.compile(
    r"(?:[今去前本]年|年内|\d{4}年|\d{1,2}月份?)(?:以来)?(?:召?开)?的?第一次|[今去前本]年[^，。？?]{2,16}第一次"
)
"""Where none is numbered so, the first of that time is meant: 今年第一次, 今年常务会第一次."""


def other_days(choice: Choice) -> list[Choice]:
    """The choices of the same meeting's other reports, near in time: what one does not say another may."""
    first = choice.cards[0] if choice.cards else None
    if first is None or not first.name or first.day is None or choice.tied:
        return []
    alike = (card for card in choice.cards[1:_MOST_DAYS] if card.name == first.name and card.day is not None)
    near = [card for card in alike if card.day is not None and abs((card.day - first.day).days) <= _APART]
    return [replace(choice, cards=(card,)) for card in near]


_MOST_DAYS, _APART = 5, 7
"""Candidates looked at, and days between the opening of a meeting and its end."""


def _in_order(catalogue: Catalogue, ranked: list[Candidate], question: Question) -> list[Candidate]:
    """The first or last of the near-equal ones first, where the question asks for it."""
    if len(ranked) < _PAIR:
        return ranked
    if question.ordinal is None:
        return ranked if question.counts or question.exact else _latest_alike(catalogue, ranked)
    near = [one for one in ranked if one.score > ranked[0].score - 0.25 and catalogue.days[one.position]]
    near.sort(key=lambda one: int(catalogue.days[one.position]), reverse=question.ordinal == "last")
    return near + [one for one in ranked if one not in near]


def _latest_alike(catalogue: Catalogue, ranked: list[Candidate]) -> list[Candidate]:
    """Of the meetings of one series that hold the words as well as the best, the latest first, however it is called."""
    best, first = catalogue.cards[ranked[0].position], ranked[0]
    if not best.series or best.day is None:
        return ranked
    alike = [
        one
        for one in ranked
        if one.coverage >= first.coverage - TIE and first.score - one.score < _CALLED_OTHERWISE
        if (card := catalogue.cards[one.position]).series == best.series and card.day and of_one_place(best, card)
    ]
    alike.sort(key=lambda one: int(catalogue.days[one.position]), reverse=True)
    return alike + [one for one in ranked if one not in alike]


_CALLED_OTHERWISE = 0.15
"""What a name with its city in it scores beyond one without."""


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
