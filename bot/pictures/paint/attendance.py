"""One person over time, drawn: meetings a month as a calendar, below them each meeting with the part taken."""

from collections import Counter
from pathlib import Path

from bot.pictures.paint import heading
from bot.pictures.paint.canvas import Canvas
from bot.pictures.paint.marks import FAINT, GREY, INK, legend, mark
from bot.pictures.paint.words import clipped
from bot.pictures.views.attendance import Career, Visit
from bot.render.clean import seen
from bot.render.dates import spoken
from bot.texts import say
from retrieval.records import Language

MOST_MEETINGS = 24

_WIDTH = 1000.0
_ROW, _OFFICE_ROW = 48.0, 32.0
_LEGEND = 62.0
_MOST_YEARS = 6
_CELL, _CELL_HEIGHT = 68.0, 42.0
_YEAR_ROOM = 100.0
_MARK, _WORDS = 252.0, 284.0
_SHADES = (FAINT, "#cfe1f2", "#93c1e2", "#4a98cb", "#0072b2")
"""From no meeting in a month to four and more."""


def paint(career: Career, title: str, under: str, language: Language, folder: Path) -> bytes:
    """The PNG; `title` and `under` stand above."""
    years = _years(career.months)
    calendar = _CELL_HEIGHT * (len(years) + 1) + 24 if years else 0
    top = heading.height(under, _WIDTH) + 10
    offices = _offices(career)
    listed = sum(_ROW + (_OFFICE_ROW if office else 0) for office in offices)
    canvas = Canvas(_WIDTH, top + calendar + listed + _LEGEND, language, folder)
    heading.heading(canvas, title, under)
    _calendar(canvas, top, years, career.months, language)
    y = top + calendar
    for place, (visit, office) in enumerate(zip(career.visits, offices, strict=True)):
        height = _ROW + (_OFFICE_ROW if office else 0)
        if place % 2 == 0:
            canvas.box(heading.MARGIN / 2, y, _WIDTH - heading.MARGIN, height, FAINT)
        _visit(canvas, y, visit, office, language)
        y += height
    legend(canvas, heading.MARGIN, y + _LEGEND / 2, language)
    return canvas.png()


def _years(months: Counter[str]) -> list[int]:
    """The newest years of the calendar without a gap; none where nothing is dated."""
    if not months:
        return []
    last = int(max(months)[:4])
    return list(range(max(int(min(months)[:4]), last - _MOST_YEARS + 1), last + 1))


def _offices(career: Career) -> list[str]:
    """The office of each visit where it differs from the one before."""
    offices, before = [], ""
    for visit in career.visits:
        title = seen(visit.presence.title)
        offices.append(title if title != before else "")
        before = title
    return offices


def _calendar(canvas: Canvas, top: float, years: list[int], months: Counter[str], language: Language) -> None:
    if not years:
        return
    left = heading.MARGIN + _YEAR_ROOM
    for month in range(1, 13):
        x = left + _CELL * (month - 0.5)
        canvas.text(x, top + _CELL_HEIGHT / 2, say(language, "picture.month", month=month), 20, GREY, "center")
    for down, year in enumerate(years, 1):
        y = top + _CELL_HEIGHT * down
        canvas.text(left - 18, y + _CELL_HEIGHT / 2, str(year), 22, INK, "right")
        for month in range(1, 13):
            count = months[f"{year}-{month:02}"]
            shade = min(count, len(_SHADES) - 1)
            x = left + _CELL * (month - 1)
            canvas.box(x + 2, y + 2, _CELL - 4, _CELL_HEIGHT - 4, _SHADES[shade])
            if count:
                colour = "white" if shade > 2 else INK
                canvas.text(x + _CELL / 2, y + _CELL_HEIGHT / 2, str(count), 22, colour, "center")


def _visit(canvas: Canvas, y: float, visit: Visit, office: str, language: Language) -> None:
    middle, room = y + _ROW / 2, _WIDTH - _WORDS - heading.MARGIN
    day = spoken(visit.session.date, language) if visit.session.date else "—"
    canvas.text(_MARK - 28, middle, day, 22, GREY, "right")
    mark(canvas, _MARK, middle, visit.presence.roles, 26)
    canvas.text(_WORDS, middle, clipped(seen(visit.session.name), 26, room), 26, INK)
    if office:
        canvas.text(_WORDS, middle + _ROW / 2 + _OFFICE_ROW / 2 - 8, clipped(office, 22, room), 22, GREY)
