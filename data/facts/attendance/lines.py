"""Labelled lines of minutes: under a label without a value, the lines of names that follow belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from config import lexicon
from data.facts.attendance import bodies, cells, fields, roll, rows
from data.facts.attendance.bodies import NOBODYS, Office
from data.facts.attendance.fields import MARKS, Line
from data.facts.attendance.labels import NOTE, known_heading
from data.records import Report, Role

__all__ = ["Line", "labelled"]

_HEADING = re.compile(MARKS + r"(?P<label>[^：:|，。（(】]{2,20}(?:[（(][^（）()]{1,40}[）)])?)[\s*|：:】]*$")
_TIMED_HEADING = re.compile(
    MARKS
    + r"(?P<label>[\u4e00-\u9fff]{2,8}?)[\s　|]+(?:(?:到[达场席]|出席|离[开席场]|退席|签到)(?:的?时间)?[\s　|]*){1,2}$"
)
"""A heading over those present with the times when they came and left: 出席者　到达时间　离开时间."""
_TIMES = re.compile(
    r"[\s　|]{2,}(?:会议(?:开始|结束)|[上下]午|\d{1,2}[:：]\d{2}|全程|议程第?[一二三四五六七八九十\d]).{0,30}$"
)
_FOR_ITEM = re.compile(
    r"[\s*]*(?:出席|讨论|参与)?(?:讨论)?议[程题](?:第?[一二三四五六七八九十\d、至及]{1,8}项?)[\s：:]*"
)
"""A line in a list of those present who came for one item: 讨论议程第四项."""
_SECTIONS = frozenset(
    word
    for part in ("agenda", "resolutions", "skipped", "other")
    for word in lexicon.words("minutes", f"sections.{part}")
)
_ROW = re.compile(r"[\u4e00-\u9fff]\s*(?:[-–—]|[（(])\s*[\u4e00-\u9fff]{2,6}[）)]?\s*$")  # 顾城 - 主持人 is no heading
_GROUP_ROW = re.compile(r"[|\s*-]*(?P<group>[\u4e00-\u9fff]{2,12}(?:人员|代表|成员))(?:\s*\|\s*(?P=group))*[|\s]*")
_RULE = re.compile(r"[\s=\-_*~—]*+")
_LONGEST_RULE = 400  # characters of a line drawn across the page
_COLON = re.compile(r"[：:|】]")
_LISTS = ("attend", "observe", "absent")
_GOES_ON = ("、", "，", ",")
_SHORT = 20  # characters of a chair's name with all that can stand around it
_FAR = 60  # characters; a label is nearer to its line's start
_MOST = 2000  # labelled lines; no minutes have more
_PATIENCE = 5  # lines between a heading and the first name of its list


@lru_cache(maxsize=1)
def labelled(report: Report) -> tuple[Line, ...]:
    """The lines with a known label, and those of names under one without a value.

    Kept for the last report: every way of reading minutes begins with them.
    """
    reader = _Reader()
    lines = (
        line
        for para, (text, below) in enumerate(pairwise((*report.paras, "")))
        for line in reader.read(para, text, below)
    )
    return tuple(islice(lines, _MOST))


@dataclass(slots=True)
class _Reader:
    """Which label waits for its names, and for how many lines more."""

    label: str = ""
    role: Role | None = None
    waiting: bool = False
    patience: int = 0
    listing: bool = False
    """Whether a label of those present came before."""
    office: Office = NOBODYS
    wrapped: bool = False
    """Whether the line before was a list that may go on."""
    above: str = ""
    """The line before."""

    def read(self, para: int, text: str, below: str) -> Iterator[Line]:
        """The labelled lines that the next paragraph holds; `below` is the one after it."""
        above, self.above = self.above, text
        goes_on = self.wrapped and (bodies.only_names(text) or bodies.beside_firms(text, above) or bodies.of_unit(text))
        self.wrapped = False
        if not self.waiting and not _COLON.search(text[:_FAR]) and len(text) > _FAR:
            return
        if goes_on:
            self.wrapped = True
            yield Line(self.label, self.role, para, 0, len(text))
        elif timed := _TIMED_HEADING.match(text[:_FAR]):
            if known := known_heading(timed["label"]):
                self._open(*known, _PATIENCE)
        elif in_cells := tuple(cells.read(para, text)):
            self.waiting = False
            yield from in_cells
        elif self.listing and fields.first(para, text) is None and bodies.heads_rows(text, below):
            self._open("body", "attend", 0)
            self.office = bodies.office(para, text, 0, len(text))
        elif self.waiting and self.role in ("attend", "observe") and (held := fields.held(para, text, self.role)):
            self.patience = _PATIENCE
            yield from (part for one in held for part in fields.parts(one, text))
        else:
            yield from self._line(para, text)
            yield from self._inline(para, text)

    def _line(self, para: int, text: str) -> Iterator[Line]:
        listing = self.waiting and self.role is not None
        line = fields.first(para, text) or fields.inside(para, text) or (None if listing else fields.blank(para, text))
        heading = _HEADING.match(text) if len(text) <= _FAR else None
        known = known_heading(heading["label"]) if heading else None
        if (
            heading
            and known
            and (rows.row(text, 0, len(text)) or (listing and _is_row(heading["label"], known[0], text)))
        ):
            known = None
        if line is not None:
            nobody = line.role in _LISTS and not any(True for _ in roll.people(text, line.start, line.end))
            waiting = text.rstrip().endswith(_GOES_ON) or (nobody and line.end - line.start <= _SHORT)
            self._open(line.label, line.role, 0, waiting=waiting)
            self.office = bodies.office(para, text, line.start, line.end) if nobody and waiting else NOBODYS
            self.wrapped = line.role in _LISTS and not nobody and not waiting
            yield from fields.parts(line, text)
        elif known is not None:
            self._open(*known, _PATIENCE)
        elif self.waiting and not _RULE.fullmatch(text[:_LONGEST_RULE]):
            yield from self._listed(para, text)

    def _listed(self, para: int, text: str) -> Iterator[Line]:
        """A line under the label: names that are listed there, or one that the list may go on behind."""
        times = _TIMES.search(text) if len(text) <= _FAR else None
        text = text[: times.start()] if times else text
        if _FOR_ITEM.fullmatch(text):
            return
        if text.strip(" *#：:【】") in _SECTIONS:
            self.waiting = False
        elif roll.is_list(text) or _GROUP_ROW.fullmatch(text):
            self.patience = 0
            _, start, end = self.office
            yield Line(self.label, self.role, para, 0, len(text), (start, end), self.office[0])
        elif self.role == "chair" and len(text) <= _SHORT:
            yield Line(self.label, self.role, para, 0, len(text))
            self.waiting = False
        elif self.patience:
            self.patience -= 1
        else:
            self.waiting = False

    def _inline(self, para: int, text: str) -> Iterator[Line]:
        for line in fields.inline(para, text):
            if line.start < line.end:
                yield line
            else:
                self._open(line.label, line.role, 0)

    def _open(self, label: str, role: Role | None, patience: int, *, waiting: bool = True) -> None:
        self.label, self.role, self.patience, self.waiting = label, role, patience, waiting
        self.listing = self.listing or role in _LISTS
        self.office = NOBODYS


def _is_row(label: str, known: str, text: str) -> bool:
    """Whether a line that ends like a label is somebody's row in a list: 顾远主席, 顾远 - 主持人."""
    return _ROW.search(label) is not None or (NOTE.sub("", label).lower() != known and roll.is_list(text))
