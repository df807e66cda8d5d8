"""What stands above every picture: its title, and in grey what is counted and left out."""

from bot.pictures.paint.canvas import Canvas
from bot.pictures.paint.marks import GREY, INK
from bot.pictures.paint.words import clipped, wrapped

MARGIN = 28
_TITLE, _UNDER = 36, 22
_STEP = 30


def lines(under: str, width: float) -> list[str]:
    """The grey words as lines."""
    return wrapped(under, _UNDER, width - 2 * MARGIN, 3) if under else []


def height(under: str, width: float) -> float:
    """Pixels that the heading takes."""
    return MARGIN + _TITLE + 14 + _STEP * len(lines(under, width)) + 10


def heading(canvas: Canvas, title: str, under: str) -> None:
    """Draws it."""
    room = canvas.width - 2 * MARGIN
    canvas.text(MARGIN, MARGIN + _TITLE / 2, clipped(title, _TITLE, room), _TITLE, INK)
    for place, line in enumerate(lines(under, canvas.width)):
        canvas.text(MARGIN, MARGIN + _TITLE + 14 + _STEP * (place + 0.5), line, _UNDER, GREY)
