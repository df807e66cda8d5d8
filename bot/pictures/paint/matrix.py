"""Who attended which meetings, drawn: names down, meetings across under their names, a mark where somebody was."""

import re
from dataclasses import dataclass
from pathlib import Path

from bot.pictures.paint import heading
from bot.pictures.paint.canvas import Canvas
from bot.pictures.paint.marks import FAINT, GREY, INK, PALE, legend, legend_width, mark
from bot.pictures.paint.words import clipped, squeezed, width
from bot.pictures.sessions import Session
from bot.pictures.views.matrix import Matrix, Row
from bot.render.clean import seen
from bot.render.names import name
from bot.texts import say
from retrieval.records import Language

MOST_PEOPLE, MOST_MEETINGS = 30, 20

_NAME, _LABEL, _DAY, _COUNT = 26, 22, 19, 22
_STEP = _LABEL * 1.08
"""Pixels from one upright character to the next below."""
_LABELS = 12 * _STEP
"""Pixels for a meeting's name above its column."""
_DAYS = 116
_LONGEST_NAME = 330
_NARROWEST, _WIDEST, _SHORTEST_WIDTH = 42.0, 150.0, 720.0
_LEGEND = 62
_COUNTS = 84
_LATIN = re.compile("[A-Za-z]{4,}")
_UPRIGHT = str.maketrans("（）()“”…《》", "︵︶︵︶﹁﹂︙︽︾")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where things stand, in pixels."""

    left: float
    top: float
    column: float
    row: float
    across: int
    down: int

    @property
    def right(self) -> float:
        return self.left + self.column * self.across

    @property
    def bottom(self) -> float:
        return self.top + self.row * self.down

    def middle(self, across: int, down: int) -> tuple[float, float]:
        return self.left + self.column * (across + 0.5), self.top + self.row * (down + 0.5)


def paint(shown: Matrix, title: str, under: str, language: Language, folder: Path) -> bytes:
    """The PNG; `title` and `under` stand above."""
    grid = _grid(shown, under, language)
    canvas = Canvas(grid.right + _COUNTS + heading.MARGIN, grid.bottom + _LEGEND, language, folder)
    heading.heading(canvas, title, under)
    _stripes(canvas, grid)
    for place, session in enumerate(shown.sessions):
        _column(canvas, grid, place, session, heading.height(under, canvas.width) + 24)
    canvas.text(grid.right + _COUNTS - 12, grid.top - 20, say(language, "picture.came"), _DAY, GREY, "right")
    for place, row in enumerate(shown.rows):
        _row(canvas, grid, place, row, language)
    legend(canvas, heading.MARGIN, grid.bottom + _LEGEND / 2, language)
    return canvas.png()


def _grid(shown: Matrix, under: str, language: Language) -> _Grid:
    """Few meetings and people get wider columns and higher rows, so that the picture fills a phone."""
    across, down = len(shown.sessions), len(shown.rows)
    names = max((width(name(row.name, language), _NAME) for row in shown.rows), default=0)
    left = heading.MARGIN + min(names, _LONGEST_NAME) + 20
    least = max(_SHORTEST_WIDTH, legend_width(language) + 2 * heading.MARGIN)
    room = least - left - _COUNTS - heading.MARGIN
    column = max(_NARROWEST, min(_WIDEST, room / max(1, across)))
    left = max(left, least - column * across - _COUNTS - heading.MARGIN)
    whole = left + column * across + _COUNTS + heading.MARGIN
    labels = max((_length(_label(session)) for session in shown.sessions), default=0)
    top = heading.height(under, whole) + 52 + labels + _DAYS
    row = 52 if down <= 12 else 42 if down <= 20 else 36
    return _Grid(left, top, column, row, across, down)


def _label(session: Session) -> str:
    words = " ".join(seen(session.name).split())
    return squeezed(words, int(_LABELS / width("n", _LABEL)) if _is_turned(words) else int(_LABELS / _STEP))


def _is_turned(words: str) -> bool:
    """Latin words do not stand upright; names of them are read from below."""
    return _LATIN.search(words) is not None


def _length(label: str) -> float:
    return width(label, _LABEL) if _is_turned(label) else len(label) * _STEP


def _stripes(canvas: Canvas, grid: _Grid) -> None:
    for place in range(grid.down):
        if place % 2 == 0:
            side = heading.MARGIN / 2
            canvas.box(side, grid.top + grid.row * place, canvas.width - 2 * side, grid.row, FAINT)


def _column(canvas: Canvas, grid: _Grid, place: int, session: Session, head: float) -> None:
    """The number that the caption uses, the meeting's name from top to bottom, its day, and a thin line down."""
    x, _ = grid.middle(place, 0)
    canvas.line((x, grid.top), (x, grid.bottom), PALE)
    canvas.text(x, grid.top - 6, session.date.removeprefix("--") or "—", _DAY, GREY, turned=True)
    canvas.text(x, head, str(place + 1), _DAY, GREY, "center")
    label, upper = _label(session), head + 20
    if _is_turned(label):
        canvas.text(x, upper, label, _LABEL, INK, "right", turned=True)
        return
    for down, char in enumerate(label.translate(_UPRIGHT)):
        canvas.text(x, upper + _STEP * (down + 0.5), char, _LABEL, INK, "center")


def _row(canvas: Canvas, grid: _Grid, place: int, row: Row, language: Language) -> None:
    y = grid.middle(0, place)[1]
    canvas.text(grid.left - 16, y, clipped(seen(name(row.name, language)), _NAME, _LONGEST_NAME), _NAME, INK, "right")
    for across, cell in enumerate(row.cells):
        if cell is not None:
            mark(canvas, grid.middle(across, place)[0], y, cell.roles, min(26, grid.row * 0.62))
    canvas.text(grid.right + _COUNTS - 12, y, str(row.came), _COUNT, GREY, "right")
