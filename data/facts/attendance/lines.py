"""Lines of minutes: `label：value`, with list marks and Markdown around them taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from config import lexicon
from data.facts.attendance import roll
from data.facts.attendance.labels import NOTE, SLACK, WAY_OF, WAYS, is_exact, known_heading, role_of
from data.facts.attendance.signals import any_of
from data.facts.people import offices
from data.records import Report, Role

_MARKS = r"^[\s*#>|\-•·●○■◆▪—–]*(?:[（(]?[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,2}[）).、．]\s*)?"
_LABEL = re.compile(_MARKS + r"(?P<label>[^：:|]{1,36}?)[\s*|]*[：:|][\s*]*")
_HEADING = re.compile(_MARKS + r"(?P<label>[^：:|，。（(]{2,20}(?:[（(][^（）()]{1,40}[）)])?)[\s*|：:]*$")
_OF = re.compile(
    r"(?P<verb>出席|列席|参加)(?:本次|此次)?(?:会议|大会|座谈会|活动)?的(?P<title>[^的：:（(]{2,24})(?:[（(][^（）()]*[）)])?[：:]"
)
_OFFICES = re.compile(
    _MARKS + r"(?P<way>出席|列席|请假|缺席|参会|参加|到会|与会)(?P<title>[\u4e00-\u9fff]{2,8})\s*[：:]\s*(?=\S)"
)
_RULE = re.compile(r"[\s=\-_*~—]*+")
_LONGEST_RULE = 400  # characters of a line drawn across the page
_INLINE = re.compile(rf"(?<=\s)(?P<label>{any_of(lexicon.words('attendance', 'labels.speak'))})\s*[：:]\s*")
_COLON = re.compile(r"[：:|]")
_FAR = 60  # characters; a label is nearer to its line's start
_LONGEST_VALUE = 20_000  # characters of a list of people that is read
_HEAD = 90  # characters in which a label and its marks stand
_MOST = 2000  # labelled lines; no minutes have more
_PATIENCE = 5  # lines between a heading and the first name of its list


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: its value is `text[start:end]` of paragraph `para`; `role` is None for others."""

    label: str
    role: Role | None
    para: int
    start: int
    end: int
    title: tuple[int, int] = (0, 0)
    """Where the label itself names the office of everyone listed: 出席会议的市人大常委会委员：…"""


@lru_cache(maxsize=1)
def labelled(report: Report) -> tuple[Line, ...]:
    """The lines with a known label; under a label without a value, the lines of names that follow.

    Kept for the last report: every way of reading minutes begins with them.
    """
    return tuple(islice(_labelled(report), _MOST))


def _labelled(report: Report) -> Iterator[Line]:
    open_label: tuple[str, Role | None] | None = None
    patience = 0
    for para, text in enumerate(report.paras):
        if open_label is None and not _COLON.search(text[:_FAR]) and len(text) > _FAR:
            continue
        if cells := tuple(_cells(para, text)):
            open_label = None
            yield from cells
            continue
        listing = open_label is not None and open_label[1] is not None
        line = _line(para, text) or _inside(para, text) or (None if listing else _blank(para, text))
        heading = _HEADING.match(text) if len(text) <= _FAR else None
        known = known_heading(heading["label"]) if heading else None
        if line is not None:
            open_label = (line.label, line.role) if text.rstrip().endswith(_GOES_ON) else None
            patience = 0
            yield from _parts(line, text)
        elif known is not None:
            open_label, patience = known, _PATIENCE
        elif open_label is not None and not _RULE.fullmatch(text[:_LONGEST_RULE]):
            if roll.is_list(text) or _GROUP_ROW.fullmatch(text):
                patience = 0
                yield Line(open_label[0], open_label[1], para, 0, len(text))
            elif open_label[1] == "chair" and len(text) <= _SHORT:
                yield Line(open_label[0], open_label[1], para, 0, len(text))
                open_label = None
            elif patience:
                patience -= 1
            else:
                open_label = None
        for inline in _INLINE.finditer(text):
            if inline.end() < len(text.rstrip()):
                bracketed = text.rfind("（", 0, inline.start()) > text.rfind("）", 0, inline.start())
                end = _closed(text, inline.end()) if bracketed else len(text)
                yield Line(inline["label"], "speak", para, inline.end(), end)
            else:
                open_label, patience = (inline["label"], "speak"), 0


_GROUP_ROW = re.compile(r"[|\s*-]*(?P<group>[\u4e00-\u9fff]{2,12}(?:人员|代表|成员))(?:\s*\|\s*(?P=group))*[|\s]*")


def _parts(line: Line, text: str) -> Iterator[Line]:
    """A line with further labels in it, one by one: 主席：X　记录：Y."""
    start, label, role = line.start, line.label, line.role
    for inline in _FURTHER.finditer(text, line.start, min(line.end, line.start + _FIELDS)):
        known = role_of(inline["label"]) if is_exact(inline["label"]) else None
        if known is None and inline["label"] in _BOUNDS:
            known = inline["label"], None
        if known is not None:
            yield Line(label, role, line.para, start, inline.start(), line.title)
            if known[1] == "speak":  # read as an inline label, wherever it stands
                return
            start, (label, role) = inline.end(), known
    yield Line(label, role, line.para, start, line.end, line.title)


_FURTHER = re.compile(r"(?<=[\s；;])(?P<label>[\u4e00-\u9fff]{1,6}(?:\s[\u4e00-\u9fff])?)\s*[：:]\s*")
_BOUNDS = frozenset(lexicon.words("minutes", "headers.words"))
_FIELDS = 400  # characters of a line that can hold several fields
_GOES_ON = ("、", "，", ",")
_SHORT = 20  # characters of a chair's name with all that can stand around it


def _inside(para: int, text: str) -> Line | None:
    """The first known label of a line that begins with another: 会议时间：… 主持人：…."""
    opening = _LABEL.match(text, 0, _HEAD)
    if opening is None or NOTE.sub("", opening["label"]) not in _BOUNDS:
        return None
    for inline in _FURTHER.finditer(text, opening.end(), _FIELDS):
        known = role_of(inline["label"]) if is_exact(inline["label"]) else None
        if known is not None and known[1] is not None and known[1] != "speak":
            return Line(known[0], known[1], para, inline.end(), min(len(text), _LONGEST_VALUE))
    return None


_CELL = re.compile(r"[^|]+")


def _cells(para: int, text: str) -> Iterator[Line]:
    """The fields of a table's row: | 主持人 | 顾城 | 记录人 | 林岚 |."""
    if text.count("|") <= 1 or len(text) > _LONGEST_VALUE:
        return
    cells = [cell for cell in _CELL.finditer(text) if cell[0].strip(" *　")]
    labels = [_field(cell[0].strip(" *　")) for cell in cells]
    if len(cells) <= 1 or labels[0] is None:
        return
    for label, value, after in zip(labels, cells[1:], labels[1:], strict=False):
        if label is not None and after is None:
            yield Line(label[0], label[1], para, value.start(), value.end())


def _field(cell: str) -> tuple[str, Role | None] | None:
    """What a cell is the label of, if of anything."""
    if len(cell) > _HEADING_CELL:
        return None
    return (role_of(cell) if is_exact(cell) else None) or ((cell, None) if cell in _BOUNDS else None)


_HEADING_CELL = 14  # characters


def _line(para: int, text: str) -> Line | None:
    listed = _OF.search(text, 0, _HEAD)
    if listed and listed.start() <= SLACK:
        role: Role = "observe" if listed["verb"] == "列席" else "attend"
        return Line(listed["verb"], role, para, listed.end(), min(len(text), _LONGEST_VALUE), listed.span("title"))
    offices_ = _OFFICES.match(text, 0, _HEAD)
    if offices_ and offices.ENDS_IN_HEAD.search(offices_["title"]):
        way = WAYS.get(offices_["way"], "attend")
        return Line(offices_["way"], way, para, offices_.end(), min(len(text), _LONGEST_VALUE), offices_.span("title"))
    match = _LABEL.match(text, 0, _HEAD)
    known = role_of(match["label"]) if match else None
    if match is None or known is None or match.end() >= len(text.rstrip(" |*　")) or _PROSE.search(text, match.end()):
        return None
    end = _closed(text, match.end()) if text[: match.end()].count("（") else len(text)
    return Line(known[0], known[1], para, match.end(), min(end, _LONGEST_VALUE))


_PROSE = re.compile(
    r"(?:本次|此次|这次)(?:\S{0,6})?(?:会议|大会|例会)|^.{0,12}[各大]位|谢谢"
)  # a value that tells, and lists nobody


def _closed(text: str, start: int) -> int:
    """Where the bracket around a label and its value closes: （主持人：顾城　汇报人：林岚）."""
    close = text.find("）", start)
    return close if close >= 0 else len(text)


def _blank(para: int, text: str) -> Line | None:
    """A label that only a blank parts from the people behind it, as in tables laid out as text: 主持人 王强."""
    blank = _BLANK.match(text, 0, _HEAD)
    if blank is None:
        return None
    known = role_of(blank["label"])
    if known is None and (office := WAY_OF.fullmatch(blank["label"])) and offices.ENDS_IN_HEAD.search(office["title"]):
        known = office["way"], WAYS.get(office["way"], "attend")
    if known is None or known[1] is None or not roll.is_list(text[blank.end() :]):
        return None
    return Line(known[0], known[1], para, blank.end(), min(len(text), _LONGEST_VALUE))


_BLANK = re.compile(_MARKS + r"(?P<label>[\u4e00-\u9fff]{2,8})[ 　\t]+(?=\S)")
