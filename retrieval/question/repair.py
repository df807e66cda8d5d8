"""A stretch of a question that is read otherwise than it was typed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of the question as typed, and what is read for it."""

    start: int
    end: int
    typed: str
    read: str


def with_repairs(text: str, made: Sequence[Repair]) -> str:
    """`text` as read."""
    for one in reversed(made):
        text = text[: one.start] + one.read + text[one.end :]
    return text
