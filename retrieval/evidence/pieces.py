"""The sentences of a report, weighed by how many of the question's words they hold."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.facts.sentences import sentences
from data.records import TITLE, Report
from retrieval.catalogue.grams import pairs

CONTEXT = 0.35
"""Of a word's weight, what a sentence earns when only its paragraph holds the word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence at `start`..`end` of paragraph `para`, and its share (0..1) of the words asked for."""

    para: int
    start: int
    end: int
    text: str
    share: float = 0.0


def sentences_of(report: Report, title: bool = False) -> list[Piece]:
    """The report's sentences in order, its title first when asked for."""
    places = [TITLE] * title + list(range(len(report.paragraphs)))
    return [
        Piece(para, piece.start, piece.end, piece.text) for para in places for piece in sentences(report.text(para))
    ]


def weighed(report: Report, weights: Mapping[int, float], title: bool = False) -> list[Piece]:
    """The sentences with their share of `weights`, in the report's order."""
    total = sum(weights.values())
    if not total:
        return sentences_of(report, title)
    around: dict[int, set[int]] = {}
    found = []
    for piece in sentences_of(report, title):
        if piece.para not in around:
            around[piece.para] = keys_in(report.text(piece.para), weights)
        own = keys_in(piece.text, weights)
        near = around[piece.para] - own
        share = (sum(weights[key] for key in own) + CONTEXT * sum(weights[key] for key in near)) / total
        found.append(Piece(piece.para, piece.start, piece.end, piece.text, share))
    return found


def best(pieces: Iterable[Piece], need: re.Pattern[str] | None = None) -> list[Piece]:
    """Those with a share, and with `need` when given, best first, earlier ones before equals."""
    fit = [piece for piece in pieces if piece.share > 0 and (need is None or need.search(piece.text))]
    return sorted(fit, key=lambda piece: -piece.share)


def keys_in(text: str, weights: Mapping[int, float]) -> set[int]:
    """Those of the pairs in `weights` that `text` holds."""
    return weights.keys() & set(pairs(text).tolist())


def share_in(text: str, weights: Mapping[int, float]) -> float:
    """The share of `weights` that `text` holds, 0 when there are none."""
    total = sum(weights.values())
    return sum(weights[key] for key in keys_in(text, weights)) / total if total else 0.0
