"""A topic or a body over time, drawn from above downwards: days, meetings, and what each decided and set as goals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.pictures.paint import heading
from bot.pictures.paint.canvas import Canvas
from bot.pictures.paint.marks import ATTEND, GREY, INK, PALE
from bot.pictures.paint.words import width, wrapped
from bot.pictures.views.timeline import Stop
from bot.render.clean import seen
from bot.render.dates import spoken
from bot.texts import say
from data.records import OUTCOMES, Decision, Goal
from retrieval.records import Language

MOST_MEETINGS = 40
"""Meetings looked at; how many fit depends on what they decided."""

_WIDTH = 1000.0
_TALLEST = 1560.0
_NAME, _ITEM, _DAY = 28, 24, 21
_NAME_STEP, _ITEM_STEP, _GAP = 38.0, 33.0, 26.0
_LINE, _WORDS = 240.0, 270.0
_LEGEND = 66.0
_OUTCOME, _AGENDA, _GOAL = "#009e73", "#9aa5b1", "#d55e00"
_CAPS = ((12, 8), (8, 5), (5, 3), (3, 2), (2, 1), (1, 1))
"""Decisions and goals shown a meeting: the most with which all meetings fit."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One decision or goal: its lines and the colour of its mark."""

    lines: tuple[str, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A meeting as it is drawn; `left` says how much of it is left out."""

    day: str
    left: str
    name: tuple[str, ...]
    items: tuple[_Item, ...]

    @property
    def height(self) -> float:
        return _NAME_STEP * len(self.name) + _ITEM_STEP * sum(len(item.lines) for item in self.items) + _GAP


def fitting(stops: Sequence[Stop], language: Language) -> int:
    """How many of the newest fit."""
    return len(_blocks(stops, language))


def paint(stops: Sequence[Stop], title: str, under: str, language: Language, folder: Path) -> bytes:
    """The PNG of those that fit."""
    blocks = _blocks(stops, language)
    top = heading.height(under, _WIDTH) + 20
    foot = top + sum(block.height for block in blocks)
    canvas = Canvas(_WIDTH, foot + _LEGEND, language, folder)
    heading.heading(canvas, title, under)
    canvas.line((_LINE, top + _NAME_STEP / 2), (_LINE, foot - _GAP), PALE, 4)
    for block in blocks:
        _draw(canvas, block, top)
        top += block.height
    _legend(canvas, foot + _LEGEND / 2 - 8, language)
    return canvas.png()


def _blocks(stops: Sequence[Stop], language: Language) -> list[_Block]:
    room = _TALLEST - _LEGEND - 120
    for decisions, goals in _CAPS:
        blocks = [_block(stop, decisions, goals, language) for stop in stops]
        if sum(block.height for block in blocks) <= room:
            return blocks
    while sum(block.height for block in blocks) > room and len(blocks) > 1:
        blocks.pop(0)
    return blocks


def _block(stop: Stop, most_decisions: int, most_goals: int, language: Language) -> _Block:
    day = spoken(stop.session.date, language) if stop.session.date else "—"
    name = wrapped(seen(stop.session.name), _NAME, _WIDTH - _WORDS - heading.MARGIN, 2)
    count = len(stop.decisions[most_decisions:]) + len(stop.goals[most_goals:])
    left = say(language, "picture.more", count=count) if count else ""
    return _Block(day, left, tuple(name), tuple(_items(stop, most_decisions, most_goals)))


def _items(stop: Stop, most_decisions: int, most_goals: int) -> Iterator[_Item]:
    for decision in stop.decisions[:most_decisions]:
        yield _Item(_lines(_worded(decision)), _OUTCOME if decision.kind in OUTCOMES else _AGENDA)
    for goal in stop.goals[:most_goals]:
        yield _Item(_lines(_aim(goal)), _GOAL)


def _worded(decision: Decision) -> str:
    return seen(f"{decision.verb} {decision.object}")


def _aim(goal: Goal) -> str:
    """The deadline is put before where the goal's own words leave it out."""
    said = goal.deadline and goal.deadline not in goal.text
    return seen(f"{goal.deadline}：{goal.text}" if said else goal.text)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(wrapped(text, _ITEM, _WIDTH - _WORDS - heading.MARGIN - 34, 2))


def _draw(canvas: Canvas, block: _Block, top: float) -> None:
    middle = top + _NAME_STEP / 2
    canvas.disc(_LINE, middle, 10, ATTEND, "white", 4)
    canvas.text(_LINE - 26, middle, block.day, _DAY, GREY, "right")
    canvas.text(_LINE - 26, middle + _NAME_STEP, block.left, _DAY, GREY, "right")
    for place, line in enumerate(block.name):
        canvas.text(_WORDS, middle + _NAME_STEP * place, line, _NAME, INK)
    y = top + _NAME_STEP * len(block.name) + _ITEM_STEP / 2
    for item in block.items:
        _mark(canvas, _WORDS + 10, y, item.colour)
        for line in item.lines:
            canvas.text(_WORDS + 34, y, line, _ITEM, INK)
            y += _ITEM_STEP


def _mark(canvas: Canvas, x: float, y: float, colour: str) -> None:
    """A square for what was decided, a hollow one for what was only on the agenda, a diamond for a goal."""
    if colour == _GOAL:
        canvas.shape([(x, y - 11), (x + 11, y), (x, y + 11), (x - 11, y)], colour, colour, 1)
    else:
        half = 8
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        canvas.shape(corners, colour if colour == _OUTCOME else "white", colour, 3)


def _legend(canvas: Canvas, y: float, language: Language) -> None:
    x = float(heading.MARGIN)
    for colour, key in ((_OUTCOME, "outcome"), (_AGENDA, "agenda"), (_GOAL, "goal")):
        word = say(language, f"picture.{key}")
        _mark(canvas, x + 12, y, colour)
        canvas.text(x + 34, y, word, 22, GREY)
        x += 64 + width(word, 22)
