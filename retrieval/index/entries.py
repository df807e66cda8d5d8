"""What goes into the index and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as the index takes it.

    `paragraphs` are (paragraph number, terms) pairs, -1 for the title. A field weighs more by being there more often:
    the terms of a paragraph are its words and the weighted fields' terms, each repeated as often as its weight says.
    """

    number: int
    collection: str
    paragraphs: Sequence[tuple[int, Sequence[str]]]
    day: date | None = None


Hit = tuple[int, int, float]
"""Report number, paragraph number and score of a paragraph that holds at least one of the terms asked for.

The higher the score, the better. A plain tuple: to make ten of a class of their own took a fifth of a search.
"""
