"""Question → Evidence: the meetings chosen, their reports, and the words that ask within them."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from config import lexicon
from data.records import Reader, Stored
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.aggregates import Aggregates
from retrieval.evidence.attached import described_by
from retrieval.evidence.choice import Choice
from retrieval.evidence.naming import naming
from retrieval.evidence.pieces import sentences_of, share_in
from retrieval.question.characters import asking_pairs
from retrieval.records import Context, Kind, Question

LEAST_ASPECT = 4.0
"""About one rare pair: words that weigh less single out nothing."""
MOST_WEIGHT = 5.5
"""Two words run together make pairs that no report holds; uncapped, they would outweigh the words themselves."""
NAME_WEIGHT = 12.0
SELDOM = 2
"""Paragraphs: whoever is named in more of them is no clue to the one that answers."""
THEME_SENTENCES, THEME_SHARE = 3, 0.25

Fetch = Callable[[int], Stored | None]
Find = Callable[[str, tuple[int, ...]], dict[tuple[int, int], float]]
"""Words and report numbers → BM25 score by (report number, paragraph)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer is made from.

    `words` weighs every word left in the question. `aspect` are those that single something out within the meeting:
    not its name, its city or its theme; empty when they weigh too little. `topic` are those that a passage should
    hold, the names of people among them.
    """

    question: Question
    today: date
    choice: Choice
    reports: tuple[Stored, ...]
    focus: str
    """The words left in the question, as this report writes them."""
    words: dict[int, float]
    aspect: dict[int, float]
    topic: dict[int, float]
    catalogue: Catalogue
    reader: Reader
    fetch: Fetch
    find: Find
    aggregates: Aggregates
    context: Context

    @property
    def card(self) -> Card:
        """The meeting chosen."""
        return self.choice.cards[0]

    @property
    def stored(self) -> Stored:
        """Its report."""
        return self.reports[0]


def gather(
    catalogue: Catalogue,
    reader: Reader,
    fetch: Fetch,
    find: Find,
    aggregates: Aggregates,
    question: Question,
    today: date,
    context: Context,
    choice: Choice,
) -> Evidence:
    """The evidence for `question` about the meeting of `choice`; reports of the same meeting stand behind the first."""
    group = same_meeting(choice.cards)
    reports = tuple(stored for card in group if (stored := fetch(card.number)) is not None)
    focus = _as_written(question, reports[0]) if reports else question.focus
    deeds = _deeds(question, reports[0]) if reports else ""
    words = word_weights(catalogue, focus)
    broad = "what_goals" in question.kinds and question.measure != "target"
    identity = f"{question.identity}\n{described_by(question)}"
    described = f"{identity}\n{choice.cards[0].title}" if broad and reports else identity
    aspect = (
        _aspect(
            catalogue,
            choice.cards[0],
            reports[0],
            f"{focus} {deeds}",
            described,
            words | word_weights(catalogue, deeds),
        )
        if reports
        else {}
    )
    topic = _topic(catalogue, choice.cards[0], reports[0], question, words) if reports else words
    return Evidence(
        question,
        today,
        choice,
        reports,
        focus,
        words,
        aspect,
        topic,
        catalogue,
        reader,
        fetch,
        find,
        aggregates,
        context,
    )


_DOING: frozenset[Kind] = frozenset({"what_decided", "what_goals", "when", "count"})


def _deeds(question: Question, stored: Stored) -> str:
    """The pairs of the asking words that ask nothing by themselves and that the report has: 通水, 装好, 核准."""
    if not _DOING & set(question.kinds):
        return ""
    said, text = question.said, "\n".join(stored.report.paras)
    pieces = (said[at : at + 2] for at in range(len(said) - 1))
    return " ".join(
        piece for piece in pieces if piece not in asking_pairs() and piece.strip() == piece and piece in text
    )


def _as_written(question: Question, stored: Stored) -> str:
    """The words of the question, an everyday one put as the report puts it where only that occurs there."""
    text = "\n".join((stored.report.title, *stored.report.paras))
    focus = question.focus
    for word, written in question.synonyms:
        if written in text and word not in text.replace(written, ""):
            focus = focus.replace(word, written)
    return focus


def _aspect(
    catalogue: Catalogue, card: Card, stored: Stored, focus: str, identity: str, words: dict[int, float]
) -> dict[int, float]:
    meetings, bodies = " ".join(_meetings_in(card, focus)), _own_bodies(card, focus)
    called = (card.name, card.body, card.further, identity, meetings, bodies, _cities(card, focus))
    own = set(pairs("\n".join((*called, *_LATIN.findall(card.title)))).tolist())
    theme = _theme(stored)
    asked = set(pairs(_without(meetings, focus)).tolist())  # pairs across its edge are no words
    left = {
        key: min(weight, MOST_WEIGHT)
        for key, weight in words.items()
        if key in asked and key not in own and key not in theme and catalogue.texts.count(key)
    }
    words_of_two = {key for word in focus.split() if len(word) == 2 for key in pairs(word).tolist()}
    lone = len(left) == 1 and not set(left) <= words_of_two  # a pair left over from two words singles out nothing
    return left if sum(left.values()) >= LEAST_ASPECT and not lone else {}


_LATIN = re.compile("[A-Za-z]{3,}")
"""Latin words of the title name the project whose minutes they are."""

_MEETING = re.compile("[\u3400-\u9fffA-Za-z0-9]*(?<![社机协工商])会(?![计见员长])议?")
"""The words that name a kind of meeting, with what stands right before them: 机关党建座谈会, TC例会."""


def _meetings_in(card: Card, focus: str) -> list[str]:
    """The runs that name this meeting or any; 运动会 that a school's meeting speaks of is a matter."""
    named, general = card.naming.lower(), lexicon.words("question", "naming.kinds")
    return [
        run
        for run in _MEETING.findall(focus)
        if run.endswith(_ANY_KIND)
        or run in general
        or any(run[at : at + 2].lower() in named for at in range(len(run) - 1))
    ]


_ANY_KIND = ("会议", "座谈会", "例会", "办公会", "专题会", "常务会", "常委会", "全会", "大会")


def _without(runs: str, focus: str) -> str:
    """`focus` with those runs taken out."""
    for run in sorted(runs.split(), key=len, reverse=True):
        focus = focus.replace(run, " ")
    return focus


def _topic(
    catalogue: Catalogue, card: Card, stored: Stored, question: Question, words: dict[int, float]
) -> dict[int, float]:
    called = f"{' '.join(_meetings_in(card, question.focus))} {question.identity} {described_by(question)}"
    own = set(pairs("\n".join((card.name, card.body, called, _cities(card, question.focus)))).tolist())
    known = {key: min(weight, MOST_WEIGHT) for key, weight in words.items() if catalogue.texts.count(key)}
    inside = {key: weight for key, weight in known.items() if key not in own}
    others = [name for name in question.people if sum(name in text for text in stored.report.paras) <= SELDOM]
    named = dict.fromkeys(pairs("\n".join(others)).tolist(), NAME_WEIGHT)
    return (inside if sum(inside.values()) >= LEAST_ASPECT else named or known or words) | named


def _own_bodies(card: Card, focus: str) -> str:
    """The runs that name the body that met, as the question calls it: 湖南省政府 for 省政府常务会议."""
    runs = (run for run in naming(focus) if len(run) > _BARE)
    return "\n".join(
        run for run in runs if share_in(card.naming.lower(), dict.fromkeys(pairs(run).tolist(), 1.0)) >= OWN
    )


OWN, _BARE = 0.5, 3
"""Share of a run's pairs that the card's names hold for it to name the body that met; characters that name none."""


def _cities(card: Card, focus: str) -> str:
    """The places that the question names, and the district or town at whose name a word begins: 陌川区政府."""
    held = [f"{place}市\n{place}县" for place in card.places if place in focus]
    return "\n".join([*held, *_PLACED.findall(focus)])


_PLACED = re.compile("(?:^|[^\u3400-\u9fff])([\u3400-\u9fff]{2}[省市县区镇乡州旗])")


def _theme(stored: Stored) -> set[int]:
    """The pairs that run through the report: in more than three sentences and a quarter of them."""
    held = [set(pairs(piece.text).tolist()) for piece in sentences_of(stored.report)]
    counts = Counter(key for keys in held for key in keys)
    return {key for key, count in counts.items() if count > max(THEME_SENTENCES, THEME_SHARE * len(held))}


def same_meeting(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The first card and those of the same name and day."""
    if not cards:
        return ()
    first = cards[0]
    known = first.name and first.day
    return (first, *(card for card in cards[1:] if known and (card.name, card.day) == (first.name, first.day)))
