"""Which meetings a question means: every readable card scored by words, ordinals, days and people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from config import lexicon
from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue, Mask
from retrieval.catalogue.circles import home_share
from retrieval.catalogue.grams import pairs
from retrieval.records import Question

Scores = npt.NDArray[np.float64]

NAME_SHARE = 0.45
"""Of a word's weight, what only a name or title earns; the text earns the rest."""
UNKNOWN = 0.4
"""Of its weight, what a pair counts that no report holds: often two words run together, sometimes a stranger."""
LEAST_WEIGHT = 15.0
"""About three rare pairs: with fewer words in the question, even all of them found say little."""
COUNT_FITS, COUNT_EARLY, COUNT_FAILS = 0.5, 0.25, -0.35
DAY_FITS, DAY_OF_ANY_YEAR, DAY_NEAR, DAY_OTHER_YEAR, DAY_FAILS = 1.0, 0.9, 0.5, 0.4, -1.0
SPAN_FITS, SPAN_NEAR, SPAN_FAILS = 0.5, 0.25, -0.8
YEAR_FITS, YEAR_FAILS = 0.25, -0.3
PERSON_THERE, PERSON_NAMED, PERSON_RARE, SUBJECT_THERE = 0.35, 0.2, 0.3, 0.02
IS_MEETING, NOT_YET, RECENT, TELLS, STAGE, AT_HOME = 0.15, -3.0, 0.06, 0.08, 0.25, 0.05
_MONTH = 31
_PUBLISHED_WITHIN, _ANNOUNCED = 4, 10
"""Days between a meeting and its report, and between what announces one and the meeting."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be meant: its position, its score, and the share of the question's words that it holds."""

    position: int
    score: float
    coverage: float
    name_coverage: float


def candidates(catalogue: Catalogue, allowed: Mask, question: Question, today: date, most: int = 12) -> list[Candidate]:
    """The best readable cards, best first; ties by position, so that the answer never depends on chance."""
    if not allowed.any():
        return []
    in_text, in_name = _coverage(catalogue, question)
    coverage = (1 - NAME_SHARE) * in_text + NAME_SHARE * in_name
    score = (
        coverage
        + _counts(catalogue, question, coverage)
        + _days(catalogue, question, today)
        + _people(catalogue, question)
        + _general(catalogue, today)
        + _telling(catalogue, question)
        + _stage(catalogue, question)
        + _at_home(catalogue, question)
    )
    score[~allowed] = -np.inf
    best = [int(at) for at in np.argsort(-score, kind="stable")[: most + _NEAR] if np.isfinite(score[at])]
    found = []
    for at in best:
        card = catalogue.cards[at]
        home = home_share(catalogue, card, question.focus)
        own = home + _called(card, question.focus)
        found.append(Candidate(at, float(score[at]) + own, float(in_text[at]) + home, float(in_name[at]) + home))
    return sorted(found, key=lambda one: -one.score)[:most]


_NEAR = 18
"""Candidates behind the best looked at: the very name asked for may lift one."""


def _called(card: Card, focus: str) -> float:
    """A little for the very meeting: of just the name asked for, with a day of its own and people, told as held."""
    asked = focus.split()
    named_only = lexicon.words("question", "naming.named_only")
    other = any(body in card.name and body not in focus for body in named_only)
    told = bool(card.day and card.people) + bool(_HELD.search(card.title))
    exact = any(len(word) > _BARE and card.name.endswith(word) for word in asked)
    part = _PART.search(card.name)
    of_part = part is not None and part[1] not in focus
    return EXACT * exact + HELD * exact * told - OTHER_BODY * other - PART * of_part


EXACT, HELD, OTHER_BODY, PART = 0.03, 0.02, 0.2, 0.1
_PART = re.compile("(?:会议|大会)(主席团|预备|筹备|代表团|分组|联组)")
"""What meets within a meeting is meant only where it is named: 二次会议主席团第四次会议."""
_BARE = 4
"""Characters: a name of no more (会议, 常务会) says nothing of the body."""
_HELD = re.compile("举行|召开|开幕|闭幕|主持")


def _coverage(catalogue: Catalogue, question: Question) -> tuple[Scores, Scores]:
    """The share of the question's words that each text holds, and each name; an everyday word or its written form."""
    written = question.focus
    for word, formal in question.synonyms:
        written = written.replace(word, formal)
    found = []
    for focus in dict.fromkeys((question.focus, written)):
        weights = word_weights(catalogue, focus)
        total = max(sum(weights.values()), LEAST_WEIGHT)
        found.append((catalogue.texts.summed(weights) / total, catalogue.names.summed(weights) / total))
    in_texts, in_names = zip(*found, strict=True)
    return np.max(in_texts, axis=0), np.max(in_names, axis=0)


def share_of(catalogue: Catalogue, question: Question, position: int) -> float:
    """The share of the question's words that the text there holds."""
    weights = word_weights(catalogue, question.focus)
    at = np.array([position], dtype=np.int64)
    held = sum(weight for key, weight in weights.items() if catalogue.texts.held_by(key, at)[0])
    return held / max(sum(weights.values()), 1.0)


def word_weights(catalogue: Catalogue, text: str) -> dict[int, float]:
    """The pairs of `text` with their weights; those that no report holds count less."""
    weights = {}
    for key in pairs(text).tolist():
        known = catalogue.texts.count(key) > 0
        weights[key] = catalogue.texts.weight(key) * (1 if known else UNKNOWN)
    return weights


def _counts(catalogue: Catalogue, question: Question, coverage: Scores) -> Scores:
    """A fitting ordinal says little without fitting words: every body has its third meeting."""
    score = np.zeros(len(catalogue.cards))
    trust = np.minimum(1.0, 0.2 + 2 * coverage)
    for count in question.counts:
        part = np.full(len(catalogue.cards), COUNT_FAILS)
        named, early = catalogue.counted.get(count, ([], []))
        part[early] = COUNT_EARLY * trust[early]
        part[named] = COUNT_FITS * trust[named]
        score += part
    return score


def _days(catalogue: Catalogue, question: Question, today: date) -> Scores:
    score = np.zeros(len(catalogue.cards))
    if question.period is None:
        return score
    start, end = question.period.start.toordinal(), question.period.end.toordinal()
    if start > today.toordinal() + _ANNOUNCED:
        return score  # a time to come is what the question is about, not when the meeting was
    within = (catalogue.days > 0) & (catalogue.days <= end) & (catalogue.last_days >= start)
    undated = catalogue.days == 0
    announced = start - _ANNOUNCED if start > today.toordinal() else start
    near = undated & (catalogue.published >= announced) & (catalogue.published <= end + _PUBLISHED_WITHIN)
    fits, close, fails = _worth(question, end - start)
    score[:] = fails
    score[undated & (catalogue.published == 0)] = 0.0  # nothing speaks against it
    score[near] = close
    score[within] = fits
    if question.exact:
        score[catalogue.month_days == f"{question.period.start:%m-%d}"] = DAY_OF_ANY_YEAR
    if question.exact and question.bare and not within.any():
        score[_same_day(catalogue, question.period.start)] = DAY_OTHER_YEAR
    return score


def _worth(question: Question, length: int) -> tuple[float, float, float]:
    if question.exact:
        return DAY_FITS, DAY_NEAR, DAY_FAILS
    return (YEAR_FITS, 0.0, YEAR_FAILS) if length > _MONTH else (SPAN_FITS, SPAN_NEAR, SPAN_FAILS)


def _same_day(catalogue: Catalogue, day: date) -> list[int]:
    return [
        at
        for at, card in enumerate(catalogue.cards)
        if card.day is not None and (card.day.month, card.day.day) == (day.month, day.day)
    ]


def _people(catalogue: Catalogue, question: Question) -> Scores:
    score = np.zeros(len(catalogue.cards))
    for name in (*question.people, *question.strangers):
        there = list(catalogue.holding(name))
        if name in question.subject and "did_attend" in question.kinds:
            score[there] += SUBJECT_THERE
            continue
        spoken = dict.fromkeys(pairs(name).tolist(), 1.0)
        mentioned = catalogue.texts.summed(spoken) >= len(spoken)
        rarity = 1 - np.log(1 + mentioned.sum()) / np.log(2 + len(catalogue.cards))
        score[mentioned] += PERSON_NAMED + PERSON_RARE * rarity
        score[there] += PERSON_THERE - PERSON_NAMED
    return score


def _telling(catalogue: Catalogue, question: Question) -> Scores:
    """A little for reports that record what is asked for: previews of a meeting do not."""
    if "where" in question.kinds:
        return np.where(catalogue.placed, TELLS, 0.0)
    if "who_chaired" in question.kinds:
        return np.where(catalogue.chaired, TELLS, 0.0)
    if {"who_attended", "who_spoke", "did_attend"} & set(question.kinds):
        return np.where(catalogue.peopled, TELLS, 0.0)
    return np.zeros(len(catalogue.cards))


def _stage(catalogue: Catalogue, question: Question) -> Scores:
    """For reports on the opening where that is asked about, against those on the closing; and the other way round."""
    said = [stage for stage in _STAGES if stage in question.text]
    if len(said) != 1:
        return np.zeros(len(catalogue.cards))
    (this,), (other,) = said, [stage for stage in _STAGES if stage not in said]
    fits, fails = (catalogue.names.summed(dict.fromkeys(pairs(stage).tolist(), 1.0)) > 0 for stage in (this, other))
    return np.where(fits, STAGE, 0.0) - np.where(fails & ~fits, STAGE, 0.0)


_STAGES = ("开幕", "闭幕")


def _at_home(catalogue: Catalogue, question: Question) -> Scores:
    """A little for reports that name all the cities and counties that the question names."""
    stems = {place[:2] for place in question.places}
    if not stems:
        return np.zeros(len(catalogue.cards))
    held = catalogue.texts.summed({key: 1.0 for stem in stems for key in pairs(stem).tolist()})
    return np.where(held >= len(stems), AT_HOME, 0.0)


def _general(catalogue: Catalogue, today: date) -> Scores:
    """A little for meetings, and for recent ones; what was not yet published on the day of asking is as good as out."""
    now = today.toordinal()
    known = np.where(catalogue.days > 0, catalogue.days, catalogue.published)
    age = np.where(known > 0, now - known, 3650)
    announced = (catalogue.published > 0) & (catalogue.published <= now)
    score = np.where(catalogue.meetings, IS_MEETING, 0.0) + RECENT * np.exp(-np.maximum(age, 0) / 365)
    return score + np.where((age < 0) & ~announced, NOT_YET, 0.0)


def on_names(
    catalogue: Catalogue, reader: Reader, question: Question, weights: Mapping[int, float], today: date
) -> list[Card]:
    """The readable meetings up to `today`, within the time asked about, whose names hold most of the words."""
    total = sum(weights.values())
    if not total or not catalogue.cards:
        return []
    share = np.where(_in_time(catalogue, reader, question, today), catalogue.names.summed(weights) / total, 0.0)
    order = np.argsort(-share, kind="stable").tolist()
    return [catalogue.cards[at] for at in order if share[at] > 0 and share[at] >= NAMED_SO * share.max()]


NAMED_SO = 0.6


def _in_time(catalogue: Catalogue, reader: Reader, question: Question, today: date) -> Mask:
    fit = catalogue.readable(reader) & catalogue.meetings & (catalogue.days > 0)
    fit &= catalogue.days <= today.toordinal()
    if question.period is not None and question.period.start <= today:
        fit &= catalogue.days >= question.period.start.toordinal()
        fit &= catalogue.days <= question.period.end.toordinal()
    return fit


def on_words(
    catalogue: Catalogue, reader: Reader, question: Question, weights: Mapping[int, float], today: date
) -> list[Card]:
    """The readable meetings up to `today`, within the time asked about, that hold most of the words; best first."""
    total = sum(weights.values())
    if not total or not catalogue.cards:
        return []
    share = catalogue.texts.summed(weights) / total + NAME_TIE * catalogue.names.summed(weights) / total
    share[~_in_time(catalogue, reader, question, today)] = 0
    for at in np.argsort(-share, kind="stable")[:_MOST_HOMES].tolist():
        share[at] += home_share(catalogue, catalogue.cards[at], question.focus) if share[at] > 0 else 0.0
    least = (ON_DAY_BEST if question.exact else NEARLY_BEST) * share.max()
    order = np.argsort(-share, kind="stable")
    return [catalogue.cards[at] for at in order.tolist() if share[at] > 0 and share[at] >= least]


NAME_TIE = 0.1
_MOST_HOMES = 30
"""Of the meetings that hold the words, how many are looked at for whether they are at home in a place named."""
NEARLY_BEST, ON_DAY_BEST = 0.6, 0.3
