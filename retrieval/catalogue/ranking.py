"""Which meetings a question means: every readable card scored by words, ordinals, days and people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from retrieval.catalogue.catalogue import Catalogue, Mask
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
DAY_FITS, DAY_NEAR, DAY_OTHER_YEAR, DAY_FAILS = 1.0, 0.5, 0.4, -1.0
SPAN_FITS, SPAN_NEAR, SPAN_FAILS = 0.5, 0.25, -0.8
YEAR_FITS, YEAR_FAILS = 0.25, -0.3
PERSON_THERE, PERSON_NAMED, SUBJECT_THERE = 0.35, 0.2, 0.02
IS_MEETING, NOT_YET, RECENT = 0.15, -3.0, 0.06
_MONTH = 31
_PUBLISHED_WITHIN = 4
"""Days between a meeting and its report."""


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
    weights = word_weights(catalogue, question.focus)
    total = max(sum(weights.values()), LEAST_WEIGHT)
    in_text = catalogue.texts.summed(weights) / total
    in_name = catalogue.names.summed(weights) / total
    coverage = (1 - NAME_SHARE) * in_text + NAME_SHARE * in_name
    score = (
        coverage
        + _counts(catalogue, question, coverage)
        + _days(catalogue, question, today)
        + _people(catalogue, question)
        + _general(catalogue, today)
    )
    score[~allowed] = -np.inf
    best = np.argsort(-score, kind="stable")[:most]
    return [
        Candidate(int(at), float(score[at]), float(in_text[at]), float(in_name[at]))
        for at in best
        if np.isfinite(score[at])
    ]


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
    if start > today.toordinal():
        return score  # a time to come is what the question is about, not when the meeting was
    within = (catalogue.days > 0) & (catalogue.days <= end) & (catalogue.last_days >= start)
    undated = catalogue.days == 0
    near = undated & (catalogue.published >= start) & (catalogue.published <= end + _PUBLISHED_WITHIN)
    fits, close, fails = _worth(question, end - start)
    score[:] = fails
    score[near] = close
    score[within] = fits
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
    subject = "did_attend" in question.kinds or question.others
    for name in question.people:
        there = list(catalogue.holding(name))
        if subject:
            score[there] += SUBJECT_THERE
            continue
        spoken = dict.fromkeys(pairs(name).tolist(), 1.0)
        score[catalogue.texts.summed(spoken) >= len(spoken)] += PERSON_NAMED
        score[there] += PERSON_THERE - PERSON_NAMED
    return score


def _general(catalogue: Catalogue, today: date) -> Scores:
    """A little for meetings, and for recent ones; what was not yet published on the day of asking is as good as out."""
    now = today.toordinal()
    known = np.where(catalogue.days > 0, catalogue.days, catalogue.published)
    age = np.where(known > 0, now - known, 3650)
    score = np.where(catalogue.meetings, IS_MEETING, 0.0) + RECENT * np.exp(-np.maximum(age, 0) / 365)
    return score + np.where(age < 0, NOT_YET, 0.0)


def matched(weights: Mapping[int, float], texts: Sequence[str]) -> list[float]:
    """For each text, the weights of the pairs that it holds, added up."""
    return [sum(weights.get(key, 0.0) for key in pairs(text).tolist()) for text in texts]
