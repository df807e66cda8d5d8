"""The words by which a question names its meeting, and those of them that a report does not have."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from config import lexicon
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import Grams, pairs
from retrieval.records import Question

Left = Literal["word", "place", ""]
"""What is left over of a name: a word of its own, only a place, nothing that tells."""

_LEAST = 2
"""Characters: a single one left over is a short form (霁大) or a joint between two words."""
_PLACED = re.compile("[\u3400-\u9fff]{2}[市县]")


def strange_to_text(catalogue: Catalogue, positions: Sequence[int], question: Question) -> list[bool]:
    """For each position whether the meeting is named by a word that the report has nowhere: it is hardly the one.

    A place is no such word where the report speaks of 全市 or 我县 without naming it.
    """
    found = _left_over(catalogue.texts, positions, question)
    nameless = _nameless(catalogue, positions)
    return [
        "word" in left or ("place" in left and not forgiven) for left, forgiven in zip(found, nameless, strict=True)
    ]


def strange_to_name(catalogue: Catalogue, positions: Sequence[int], question: Question) -> list[bool]:
    """The same for its name and title, which may well call the meeting otherwise; places are seldom in them."""
    return ["word" in left for left in _left_over(catalogue.names, positions, question)]


def naming(focus: str) -> list[str]:
    """The runs of `focus` up to their last word for a meeting or a body: 云汀市马术委员会, 海淀区政府."""
    return [match[0].lower() for run in focus.split() if (match := _kinds().match(run))]


def _left_over(grams: Grams, positions: Sequence[int], question: Question) -> list[set[Left]]:
    at = np.array(positions, dtype=np.int64)
    found: list[set[Left]] = [set() for _ in positions]
    for run in naming(question.focus):
        for spot, own in enumerate(_covered(grams, at, run)):
            left = "".join(" " if held else char for char, held in zip(run, own, strict=True)).split()
            found[spot].update(_told(word, question) for word in left if len(word) >= _LEAST)
    return found


def _told(word: str, question: Question) -> Left:
    """A place that is given as a city or county (海淀区) tells; one that is only mentioned (北京) does not."""
    rest, division = _general().sub(" ", word), False
    for place in question.places:
        stem = place[:_LEAST]
        division |= stem in rest and len(place) > len(stem)
        rest = rest.replace(stem, " ")
    if any(len(part) >= _LEAST for part in rest.split()):
        return "word"
    return "place" if division else ""


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
    placed = [bool(_PLACED.search(catalogue.cards[one].naming)) for one in positions]
    forgiven: npt.NDArray[np.bool_] = home & ~np.array(placed, dtype=bool)
    return forgiven


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(f".*(?:{'|'.join(lexicon.words('question', 'naming.kinds'))})", re.IGNORECASE)


@cache
def _general() -> re.Pattern[str]:
    words = sorted(lexicon.words("question", "naming.general"), key=len, reverse=True)
    return re.compile(rf"{'|'.join(words)}|[\d年月日底初]+")
