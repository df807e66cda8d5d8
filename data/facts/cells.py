"""The cells of a table's row, parted by bars, by wide blanks, by a colon between two, or by blanks."""

import re
from dataclasses import dataclass

_PATTERNS = {
    "|": re.compile(r"(?:^|(?<=\|))[^|]*"),
    "　": re.compile(r"[^　]+"),
    "：": re.compile(r"[^：:]+"),
    " ": re.compile(r"\S+"),
}
_BARE = re.compile(r"[\s*　]*(?P<cell>.*?)[\s*　]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without marks around it, and where that begins in the row."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)


def mark_of(row: str) -> str | None:
    """What parts the cells of a row; None where nothing does."""
    return next((mark for mark in _PATTERNS if mark in row.strip()), None)


def cells(row: str, mark: str) -> list[Cell]:
    """The cells in order; between bars an empty one is a cell, but not outside the outer ones."""
    found = [_cell(match) for match in _PATTERNS[mark].finditer(row) if mark == "|" or match[0].strip()]
    if mark != "|":
        return found
    return found[bool(found and not found[0].text) : len(found) - bool(len(found) > 1 and not found[-1].text)]


def _cell(match: re.Match[str]) -> Cell:
    bare = _BARE.fullmatch(match[0])
    return Cell(bare["cell"], match.start() + bare.start("cell")) if bare else Cell("", match.start())
