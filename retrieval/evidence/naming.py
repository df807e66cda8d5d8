"""The words by which a question names its meeting, and those of them that a report does not have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from config import lexicon
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import Grams, pairs
from retrieval.records import Question

Strange = Literal["body", "word", "place", ""]
_LEAST = 2
"""Characters: a single one left over is a short form (霁大) or a joint between two words."""
_PLACED = re.compile("[\u3400-\u9fff]{2}[市县]")
_BODY = re.compile("([\u3400-\u9fff]{2})(?=[局厅署])")
"""What tells an authority from others of its place."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a report lacks of a name: words of its own, and whether a city or county."""

    words: tuple[str, ...]
    place: bool


def strange_to_text(catalogue: Catalogue, positions: Sequence[int], question: Question) -> list[Strange]:
    """For each position what the meeting is named by that the report has nowhere: it is hardly the one.

    A place tells nothing where the report speaks of 全市 or 我县 without naming it.
    """
    runs = [*naming(question.focus), *question.identity.lower().split()]
    found = _left_over(catalogue.texts, positions, runs, question)
    called = [catalogue.cards[at].naming for at in positions]
    words = [[w for w in left.words if not _short_for(w, so)] for left, so in zip(found, called, strict=True)]
    bodies = {body for run in runs for body in _BODY.findall(run)}
    nameless = _nameless(catalogue, positions) if any(left.place for left in found) else [False] * len(found)
    return [
        "body"
        if any(body in word for body in bodies for word in own)
        else "word"
        if own
        else "place"
        if left.place and not forgiven
        else ""
        for own, left, forgiven in zip(words, found, nameless, strict=True)
    ]


def strange_to_name(catalogue: Catalogue, positions: Sequence[int], question: Question) -> list[int]:
    """How many characters of such words its name and title lack, which may well call the meeting otherwise."""
    found = _left_over(catalogue.names, positions, naming(question.focus), question)
    return [sum(map(len, left.words)) for left in found]


def _short_for(word: str, named: str) -> bool:
    """Whether `word` shortens how the meeting is called, its characters in order and near: 筹委 for 筹备委员会."""
    within = "[㐀-鿿]{0,3}?".join(map(re.escape, word))
    return bool(re.search(within, named.lower()))


def naming(focus: str) -> list[str]:
    """The runs of `focus` up to their last word for a meeting or a body: 云汀市马术委员会, 海淀区政府."""
    return [match[0].lower() for run in re.split(r"[\s给向]+", focus) if (match := _kinds().match(run))]


def _left_over(grams: Grams, positions: Sequence[int], runs: Sequence[str], question: Question) -> list[Left]:
    at = np.array(positions, dtype=np.int64)
    words: list[list[str]] = [[] for _ in positions]
    places = [False for _ in positions]
    for run in runs:
        for spot, own in enumerate(_held(grams, at, run, question)):
            for word in "".join(" " if held else char for char, held in zip(run, own, strict=True)).split():
                rest, place = _without_general(word, question)
                words[spot] += rest
                places[spot] |= place
    return [Left(tuple(own), place) for own, place in zip(words, places, strict=True)]


def _without_general(word: str, question: Question) -> tuple[list[str], bool]:
    """What tells in a word left over, and whether a city or county is in it (海淀区; 北京 alone tells nothing)."""
    rest, division = _general().sub(" ", word), False
    for place in question.places:
        stem = place[:_LEAST]
        division |= stem in rest and len(place) > len(stem)
        rest = rest.replace(stem, " ")
    return [part for part in rest.split() if len(part) >= _LEAST], division


def _held(grams: Grams, at: npt.NDArray[np.int64], run: str, question: Question) -> npt.NDArray[np.bool_]:
    """Positions × characters of `run`: whether they are held as asked, or as reports write it."""
    covered = _covered(grams, at, run)
    for word, written in question.synonyms:
        if word.lower() in run:
            instead = _covered(grams, at, written)
            start = run.index(word.lower())
            covered[:, start : start + len(word)] |= instead.all(axis=1, keepdims=True)
    return covered


def _covered(grams: Grams, at: npt.NDArray[np.int64], run: str) -> npt.NDArray[np.bool_]:
    """Positions × characters of `run`: whether a pair with the character is held."""
    covered = np.zeros((len(at), len(run)), dtype=bool)
    for spot in range(len(run) - 1):
        for key in pairs(run[spot : spot + 2]).tolist():
            covered[grams.held_by(key, at), spot : spot + 2] = True
    return covered


def _nameless(catalogue: Catalogue, positions: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Which reports speak of 全市 or 我县, name no other place in their heading, and so may leave their own out."""
    at = np.array(positions, dtype=np.int64)
    home = np.zeros(len(at), dtype=bool)
    for word in lexicon.words("question", "naming.home"):
        for key in pairs(word).tolist():
            home |= catalogue.texts.held_by(key, at)
    cards = [catalogue.cards[one] for one in positions]
    placed = [bool(_PLACED.search(f"{card.name} {card.title} {card.body}")) for card in cards]
    forgiven: npt.NDArray[np.bool_] = home & ~np.array(placed, dtype=bool)
    return forgiven


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f".*(?:{'|'.join(lexicon.words('question', 'naming.kinds'))})", re.IGNORECASE)


@cache
def _general() -> re.Pattern[str]:
    words = sorted(lexicon.words("question", "naming.general"), key=len, reverse=True)
    return re.compile(rf"{'|'.join(words)}|[\d年月日底初]+")
