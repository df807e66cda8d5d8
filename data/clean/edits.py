"""A text under cleaning: what it is now, what was changed, and where each position stood at first."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from data.records import CleaningStep

_EXAMPLES = 3
_CONTEXT = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`."""

    start: int
    end: int
    new: str = ""


Cleaner = Callable[[str], list[Edit]]
"""Text → edits in order that do not overlap; none when there is nothing to clean."""


@dataclass(frozen=True, slots=True)
class _Change:
    """The edits of one cleaner, as starts and ends in the text after it, with the shift back that follows each."""

    edits: tuple[Edit, ...]
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def back(self, position: int) -> int:
        """Where `position` of the text after these edits stood before them (start of an edit: its start)."""
        index = bisect_right(self.starts, position) - 1
        if index < 0:
            return position
        edit, offset = self.edits[index], position - self.starts[index]
        return (
            edit.start + min(offset, max(0, edit.end - edit.start - 1))
            if offset < len(edit.new)
            else position - self.shifts[index]
        )


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text after some cleaners; `steps` are those that changed something, in the order in which they ran."""

    text: str
    steps: tuple[CleaningStep, ...] = ()
    changes: tuple[_Change, ...] = ()

    def apply(self, name: str, edits: Iterable[Edit]) -> "Cleaned":
        """This text with `edits` made; itself when there are none."""
        made = tuple(edits)
        if not made:
            return self
        new = _rewrite(self.text, made)
        return Cleaned(new, (*self.steps, _step(name, self.text, made)), (*self.changes, _change(made)))

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the first text that `text[start:end]` came from (start < end)."""
        last = end - 1
        for change in reversed(self.changes):
            start, last = change.back(start), change.back(last)
        return start, max(start, last) + 1


def run(text: str, cleaners: Iterable[tuple[str, Cleaner]]) -> Cleaned:
    """`text` after every cleaner in order."""
    cleaned = Cleaned(text)
    for name, cleaner in cleaners:
        cleaned = cleaned.apply(name, cleaner(cleaned.text))
    return cleaned


def _rewrite(text: str, edits: tuple[Edit, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join([*pieces, text[at:]])


def _change(edits: tuple[Edit, ...]) -> _Change:
    shifts = tuple(accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits))
    starts = tuple(edit.start + shift for edit, shift in zip(edits, (0, *shifts), strict=False))
    return _Change(edits, starts, shifts)


def _step(name: str, text: str, edits: tuple[Edit, ...]) -> CleaningStep:
    return CleaningStep(name, len(edits), tuple(_example(text, edit) for edit in edits[:_EXAMPLES]))


def _example(text: str, edit: Edit) -> tuple[str, str]:
    before = text[max(0, edit.start - _CONTEXT) : edit.start]
    after = text[edit.end : edit.end + _CONTEXT]
    return f"{before}{text[edit.start : edit.end][:40]}{after}", f"{before}{edit.new[:40]}{after}"
