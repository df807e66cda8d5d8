"""The marks of the roles, told apart by form and by colour.

The colours are of the palette of Okabe and Ito, which the colour-blind tell apart.
"""

from collections.abc import Collection

from bot.pictures.paint.canvas import Canvas
from bot.pictures.paint.words import width
from bot.pictures.views.roles import ORDER, main_role
from bot.texts import say
from data.records import Role
from retrieval.records import Language

INK, GREY, PALE, FAINT = "#1f2933", "#6b7785", "#d7dde4", "#f3f5f8"
CHAIR, ATTEND, OBSERVE, SPEAK, ABSENT = "#d55e00", "#0072b2", "#0072b2", "#e69f00", "#9aa5b1"


def mark(canvas: Canvas, x: float, y: float, roles: Collection[Role], size: float) -> None:
    """The main role's mark around (x, y), with a small triangle above right for those who spoke besides."""
    role = main_role(roles)
    _MARKS[role](canvas, x, y, size)
    if role != "speak" and "speak" in roles:
        _triangle(canvas, x + size * 0.42, y - size * 0.4, size * 0.62)


def legend_width(language: Language) -> float:
    """Pixels that the legend takes."""
    return sum(_SLOT + width(say(language, f"role.{role}"), _SIZE) for role in ORDER)


def legend(canvas: Canvas, x: float, y: float, language: Language) -> None:
    """What each mark means, in one line."""
    for role in ORDER:
        word = say(language, f"role.{role}")
        mark(canvas, x + 12, y, {role}, 24)
        canvas.text(x + 32, y, word, _SIZE, GREY)
        x += _SLOT + width(word, _SIZE)


_SLOT, _SIZE = 60.0, 22
"""Pixels of a mark and the blank after its word; height of the words."""


def _chair(canvas: Canvas, x: float, y: float, size: float) -> None:
    half = size * 0.46
    canvas.shape([(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)], CHAIR, CHAIR)


def _attend(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.disc(x, y, size * 0.44, ATTEND, ATTEND)


def _observe(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.disc(x, y, size * 0.40, "white", OBSERVE, 3)


def _triangle(canvas: Canvas, x: float, y: float, size: float) -> None:
    half = size * 0.5
    canvas.shape([(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)], SPEAK, "white", 2)


def _absent(canvas: Canvas, x: float, y: float, size: float) -> None:
    half = size * 0.32
    canvas.line((x - half, y - half), (x + half, y + half), ABSENT, 4)
    canvas.line((x - half, y + half), (x + half, y - half), ABSENT, 4)


_MARKS = {"chair": _chair, "attend": _attend, "observe": _observe, "speak": _triangle, "absent": _absent}
