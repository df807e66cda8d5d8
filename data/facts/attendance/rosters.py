"""Tables of people under heads like 姓名 | 职务, the cells parted by bars, by blanks or, two in a row, by a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from config import lexicon
from data.facts.attendance.labels import known_heading
from data.facts.attendance.merge import ROSTER
from data.facts.attendance.sightings import Sighting
from data.facts.attendance.signals import any_of
from data.facts.cells import Cell, cells, mark_of
from data.facts.people import names, offices
from data.records import Evidence, Report, Role, Span

_KINDS = {
    word: kind
    for kind in ("name", "office", "account", "body", "status", "note")
    for word in lexicon.words("attendance", f"columns.{kind}")
}
_ROLES: tuple[Role, ...] = ("chair", "observe", "absent")
_STATUS: dict[str, Role] = {word: role for role in _ROLES for word in lexicon.words("attendance", f"statuses.{role}")}
_AWAY = re.compile(any_of(lexicon.words("attendance", "columns.away")))
_OTHERS = re.compile(any_of(lexicon.words("attendance", "columns.other_lists")))
_NOTE = re.compile(r"\s*[（(][^（）()]*[)）]$")
_HEADING = re.compile(r"[\s#*【]*(?P<label>[^：:】]{2,20}?)[\s*：:】]*")
_TELLING = ("office", "account", "body")  # what is told of a name, the most telling first
_LISTED = ("attend", "observe", "absent")
_ABOVE = 3  # lines between what the table lists and its heads
_OPENING = 25  # paragraphs in which a table that nothing heads tells who came
_LONGEST = 160  # characters of a row
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Table:
    """What parts the cells, what each column holds, and how those in it took part."""

    mark: str
    kinds: tuple[str, ...]
    role: Role


@lru_cache(maxsize=1)
def rostered(report: Report) -> tuple[Sighting, ...]:
    """Everyone in the rows below such heads, where a line above or the table's place says that it lists who came.

    Kept for the last report: whoever speaks in it is known by these names.
    """
    return tuple(_rostered(report))


def read(report: Report) -> Iterator[Sighting]:
    """As `rostered`, one by one."""
    yield from rostered(report)


def _rostered(report: Report) -> Iterator[Sighting]:
    table: _Table | None = None
    for para, text in enumerate(report.paras):
        if len(text) > _LONGEST:
            table = None
        elif headed := _headed(report, para, text):
            table = headed
        elif table is not None and table.mark in text.strip():
            yield from _row(para, cells(text, table.mark), table)
        else:
            table = None


def _headed(report: Report, para: int, text: str) -> _Table | None:
    """The table that a row of heads begins, if it lists those who came."""
    mark = mark_of(text)
    heads = [cell.text for cell in cells(text, mark)] if mark else []
    role = _role_above(report, para)
    if len(heads) <= 1:
        return None
    kinds = tuple(_KINDS.get(re.sub(r"\s", "", head), "") for head in heads)
    if "name" not in kinds and role and _of_parties(kinds):
        kinds = ("name", "office") * (len(kinds) // _PAIR)
    if "name" not in kinds or not {*_TELLING, "status"}.intersection(kinds):
        return None
    role = role or ("attend" if "status" in kinds or _opens_page(report, para) else None)
    return _Table(mark, kinds, role) if mark and role else None


def _of_parties(kinds: tuple[str, ...]) -> bool:
    """Whether every second of several columns is of offices, beside two parties' own: 云汀 | 职务 | 青峰 | 职务."""
    return len(kinds) > _PAIR and len(kinds) % _PAIR == 0 and set(kinds[1::_PAIR]) == {"office"}


def _role_above(report: Report, para: int) -> Role | None:
    """How those took part whom a heading right above says to be listed."""
    for text in reversed(report.paras[max(0, para - _ABOVE) : para]):
        heading = _HEADING.fullmatch(text)
        known = known_heading(heading["label"]) if heading else None
        if known is not None and known[1] in _LISTED:
            return known[1]
    return None


def _opens_page(report: Report, para: int) -> bool:
    """Whether the table stands in the head of the page, under no heading of another list."""
    above = report.text(para - 1) if para else report.title
    return para < _OPENING and not _OTHERS.search(above)


def _row(para: int, row: list[Cell], table: _Table) -> Iterator[Sighting]:
    """Each person of a row, with the office beside, else the body."""
    if len(row) < len(table.kinds) and table.mark != "|":
        yield from _by_shape(para, row, table)
        return
    kinds = table.kinds[: len(row)]
    starts = [at for at, kind in enumerate(kinds) if kind == "name"]
    for at, to in zip(starts, (*starts[1:], len(kinds)), strict=False):
        before = 0 if at == starts[0] else at
        beside = [(kinds[number], row[number]) for number in range(before, to) if number != at]
        yield from _person(para, row[at], beside, table)


def _by_shape(para: int, row: list[Cell], table: _Table) -> Iterator[Sighting]:
    """The one person of a row in which blanks left empty cells out."""
    named = [cell for cell in row if names.whole_name(cell.text)]
    if len(named) == 1:
        others = [("office", cell) for cell in row if cell not in named and offices.ENDS_IN_HEAD.search(cell.text)]
        yield from _person(para, named[0], others, table)


def _person(para: int, named: Cell, beside: list[tuple[str, Cell]], table: _Table) -> Iterator[Sighting]:
    name = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", named.text)
    if not (names.whole_name(name) or (table.mark == "|" and names.loose_name(name))) or offices.holds_head(name):
        return
    told = [cell for kind in _TELLING for other, cell in beside if other == kind and cell.text]
    title, at = (_NOTE.sub("", told[0].text), told[0].start) if told else ("", -1)
    role = next((role for kind, cell in beside if (role := _status(kind, cell.text))), table.role)
    evidence = Evidence(Span(para, named.start, named.start + len(named.text)), ROSTER, "")
    yield Sighting(name, role, evidence, title, at)


def _status(kind: str, text: str) -> Role | None:
    """How a cell of its column says that somebody took part; None where it says nothing besides."""
    if kind not in ("status", "note"):
        return None
    return _STATUS.get(text) or ("absent" if _AWAY.fullmatch(text) else None)
