"""One paragraph of minutes as what its labels say: `label：value`, list marks and Markdown around them taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config import lexicon
from data.facts.attendance import roll
from data.facts.attendance.labels import NOTE, SLACK, WAY_OF, WAYS, is_exact, known_heading, role_of
from data.facts.attendance.signals import any_of
from data.facts.people import offices
from data.records import Role

MARKS = r"^[\s*#>|\-•·●○■◆▪—–【]*(?:[（(]?[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,2}[）).、．]\s*)?"
_LABEL = re.compile(MARKS + r"(?P<label>[^：:|】]{1,36}?)[\s*|]*[：:|】][\s*：:]*")
_OF = re.compile(
    r"(?P<verb>出席|列席|参加)(?:本次|此次)?(?:会议|大会|座谈会|活动)?的(?P<title>[^的：:（(]{2,24})(?:[（(][^（）()]*[）)])?[：:]"
)
_OFFICES = re.compile(
    MARKS + r"(?P<way>出席|列席|请假|缺席|参会|参加|到会|与会)(?P<title>[\u4e00-\u9fff]{2,8})\s*[：:]\s*(?=\S)"
)
_OFFICE = re.compile(
    rf"^[\s*#>|\-•·●○]*(?P<title>{any_of(lexicon.words('attendance', 'minutes.sub_labels'))})\s*[：:]\s*"
)
_INLINE = re.compile(
    rf"(?:(?<=\s)(?P<label>{any_of(lexicon.words('attendance', 'labels.speak'))})\s*[：:]\s*"
    r"|(?<=[，,\s])(?P<dashed>(?:汇报|报告|主讲)人)\s*[-—–]\s*)"
)
_MEMBERS = re.compile(r"(?P<label>(?:专家|评审|验收|鉴定)组?(?:的)?(?:成员|专家))(?:分别)?(?:是|为|有|包括)[：:]\s*")
"""Experts told one by one in a sentence: 专家组成员分别是：…."""
_FIELD_END = re.compile(r"\s*[|｜；;。]")
LONGEST_VALUE = 20_000  # characters of a list of people that is read
HEAD = 90  # characters in which a label and its marks stand


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
    title_para: int = -1
    """The paragraph of that office, where it is another than that of the line."""


def parts(line: Line, text: str) -> Iterator[Line]:
    """A line with further labels in it, one by one: 主席：X　记录：Y."""
    start, label, role, title = line.start, line.label, line.role, line.title
    for inline in _FURTHER.finditer(text, line.start, min(line.end, line.start + _FIELDS)):
        known = role_of(inline["label"]) if is_exact(inline["label"]) else None
        if known is None and inline["label"] in BOUNDS:
            known = inline["label"], None
        if known is not None:
            yield Line(label, role, line.para, start, inline.start(), title)
            title = _last_office(text, start, inline.start()) or title
            if known[1] == "speak":  # read as an inline label, wherever it stands
                return
            start, (label, role) = inline.end(), known
    yield Line(label, role, line.para, start, line.end, title)


def _last_office(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The last office that heads people in text[start:end]: 理事：顾城　监事：林岚　请假：…."""
    heads = [one for one in _FURTHER.finditer(text, start, end) if offices.ENDS_IN_HEAD.search(one["label"])]
    return heads[-1].span("label") if heads else None


_FURTHER = re.compile(r"(?<=[\s；;。])(?P<label>[\u4e00-\u9fff]{1,6}(?:\s[\u4e00-\u9fff])?)\s*[：:]\s*")
BOUNDS = frozenset(lexicon.words("minutes", "headers.words"))
_FIELDS = 400  # characters of a line that can hold several fields


def inside(para: int, text: str) -> Line | None:
    """The first known label of a line that begins with another: 会议时间：… 主持人：…."""
    opening = _LABEL.match(text, 0, HEAD)
    if opening is None or NOTE.sub("", opening["label"]) not in BOUNDS:
        return None
    for inline in _FURTHER.finditer(text, opening.end(), _FIELDS):
        known = role_of(inline["label"]) if is_exact(inline["label"]) else None
        if known is not None and known[1] is not None and known[1] != "speak":
            return Line(known[0], known[1], para, inline.end(), min(len(text), LONGEST_VALUE))
    return None


def first(para: int, text: str) -> Line | None:
    """The label at the head of the line, and what stands behind it."""
    listed = _OF.search(text, 0, HEAD)
    if listed and listed.start() <= SLACK:
        role: Role = "observe" if listed["verb"] == "列席" else "attend"
        return Line(listed["verb"], role, para, listed.end(), min(len(text), LONGEST_VALUE), listed.span("title"))
    offices_ = _OFFICES.match(text, 0, HEAD)
    if offices_ and offices.ENDS_IN_HEAD.search(offices_["title"]):
        way = WAYS.get(offices_["way"], "attend")
        return Line(offices_["way"], way, para, offices_.end(), min(len(text), LONGEST_VALUE), offices_.span("title"))
    match = _LABEL.match(text, 0, HEAD)
    known = role_of(match["label"]) or known_heading(match["label"]) if match else None
    if match is None or known is None or match.end() >= len(text.rstrip(" |*　")) or _PROSE.search(text[match.end() :]):
        return None
    if "】" in text[match.start("label") : match.end()] and "。" in text[match.end() :]:
        return None  # 【主席】两案并案处理。: what was said
    if _ENCLOSED.match(text, match.end()):
        return Line(known[0], None, para, match.end(), min(len(text), LONGEST_VALUE))
    noted = _OFFICE_NOTE.search(text, match.start("label"), match.end("label"))
    end = (
        _closed(text, match.end()) if text[: match.end()].count("（") != text[: match.end()].count("）") else len(text)
    )
    title = noted.span("title") if noted and offices.ENDS_IN_HEAD.search(noted["title"]) else (0, 0)
    return Line(known[0], known[1], para, match.end(), min(end, LONGEST_VALUE), title)


_OFFICE_NOTE = re.compile(r"[（(](?P<title>[\u4e00-\u9fff]{2,12})[）)]\s*$")  # 主持人（村主任）：顾城


_PROSE = re.compile(
    r"^.{0,6}(?:同志们|同学们|大家)|(?:本次|此次|这次)(?:\S{0,6})?(?:会议|大会|例会)|^.{0,12}[各大]位|谢谢"
)
"""A value that tells, and lists nobody."""
_ENCLOSED = re.compile(
    r"[\s（(]*(?:请|均|如|详|见|同|参|照|阅)*(?:附|后附|签)(?:件|表|到|名|后|录|簿|单)"
)  # 出席：如签到簿


def _closed(text: str, start: int) -> int:
    """Where the bracket around a label and its value closes: （主持人：顾城　汇报人：林岚）."""
    close = text.find("）", start)
    return close if close >= 0 else len(text)


def blank(para: int, text: str) -> Line | None:
    """A label that only a blank parts from the people behind it, as in tables laid out as text: 主持人 王强."""
    blank = _BLANK.match(text, 0, HEAD)
    if blank is None:
        return None
    further = _NEXT_FIELD.search(text, blank.end())
    end = further.start() if further else len(text)
    known = role_of(blank["label"])
    if known is None and (office := WAY_OF.fullmatch(blank["label"])) and offices.ENDS_IN_HEAD.search(office["title"]):
        known = office["way"], WAYS.get(office["way"], "attend")
    if known is None or known[1] is None or not roll.is_list(text[blank.end() : end]):
        return None
    return Line(known[0], known[1], para, blank.end(), min(end, LONGEST_VALUE))


_BLANK = re.compile(MARKS + r"(?P<label>主[ 　]持[ 　]人|列[ 　]席|出[ 　]席|[\u4e00-\u9fff]{2,8})[ 　\t]+(?=\S)")
_NEXT_FIELD = re.compile(r"[ 　\t]+(?:记[ 　]?录[ 　]?人?|纪[ 　]?录|会议地点|会议时间|单位|职务|职称)[ 　\t]+(?=\S)")


def inline(para: int, text: str) -> Iterator[Line]:
    """Those whom a label inside the line names, wherever it stands: … 汇报人：顾城; at the end its value is empty."""
    for found in _INLINE.finditer(text):
        bracketed = text.rfind("（", 0, found.start()) > text.rfind("）", 0, found.start())
        end = _closed(text, found.end()) if bracketed else len(text)
        cell = _FIELD_END.search(text, found.end(), end) if found["dashed"] else None
        end = cell.start() if cell else end if found.end() < len(text.rstrip()) else found.end()
        yield Line(found["label"] or found["dashed"], "speak", para, found.end(), end)
    for members in _MEMBERS.finditer(text):
        end = text.find("。", members.end())
        yield Line(members["label"], "attend", para, members.end(), end if end >= 0 else len(text))


def held(para: int, text: str, role: Role) -> tuple[Line, ...]:
    """A list within the list of those with `role`, under their office: 出席者： / 主席：顾城先生 / 委员：."""
    found = _OFFICE.match(text, 0, HEAD)
    if found is None:
        return ()
    roles: tuple[Role, ...] = ("chair", role) if found["title"] in _CHAIRS else (role,)
    end = min(len(text), LONGEST_VALUE)
    return tuple(Line(found["title"], one, para, found.end(), end, found.span("title")) for one in roles)


_CHAIRS = lexicon.words("attendance", "minutes.chairs")
