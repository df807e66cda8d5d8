"""What the head of minutes says under labels: the day (日期：3/12) and the place, on the same line or the next."""

import re

from data.facts.meeting.dates import Held, dates, short_date
from data.records import Report

_LINES = 15  # paragraphs in which the head stands
_HEADINGS = 2  # paragraphs that can be a day and nothing else
_VALUE = 80  # characters of a value
_MARKS = r"[\s*#>|\-•·【\[]*(?:[（(]?[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,2}[）)、.．])?\s*(?:[A-Za-z]+\s)?"
_DAY = re.compile(
    _MARKS + r"(?:本次)?(?:会议|开会|召开|举行)?(?:日\s*期|时\s*间|date|time)\**\s*"
    r"(?:[（(][A-Za-z]+[)）])?\s*\**\s*(?:[：:|\t】]|(?<=会议日期|会议时间)\s|[ 　]+(?=[\d二])|$)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:来源|作者|浏览|点击|阅读|字体|字号|编辑|发布人?)[：:]")  # the page's time
_ALONE = re.compile(r"[\s#*]*\d{1,2}[._/-]\d{1,2}[\s*]*")
_PLACE = re.compile(_MARKS + r"(?:会议|开会|召开|举行)?地\s*点\s*\**\s*[：:]?\s*\**\s*$")
_FIELD = re.compile(r"[|｜]\s*(?:会议)?地点\s*[:：]\s*(?P<place>[^|｜]{2,40}?)\s*(?:[|｜]|$)")
_CELL = re.compile(r"(?:^|\|)\s*(?:会议|开会)?地\s*点\s*\|\s*(?P<place>[^|]{2,40}?)\s*(?:\||$)")

_APART = re.compile(r"(?:会议|开会)?地\s?点[ 　]+(?P<place>[^\s：:，。]{2,20})")  # 地点 会议室


def labelled_day(report: Report, year: int | None) -> tuple[Held, int] | None:
    """The day under a label of the head, else of a heading that is nothing but a day, and its paragraph."""
    for para, text in enumerate(report.paras[:_LINES]):
        label = _DAY.match(text)
        if label is None or _PAGE.search(text, label.end()):
            continue
        for at, start in ((para, label.end()), (para + 1, 0)):
            if at >= len(report.paras) or (start == 0 and label.end() < len(text.rstrip())):
                break
            value = report.paras[at][start : start + _VALUE]
            held = next(dates(value, report.published, year), None) or short_date(value, report.published, year)
            if held:
                return Held(held.first, held.last, held.start + start, held.end + start), at
    for para, text in enumerate(report.paras[:_HEADINGS]):
        held = short_date(text, report.published, year) if _ALONE.fullmatch(text) else None
        if held:
            return held, para
    return None


def labelled_place(report: Report) -> tuple[str, int, int, int] | None:
    """The place in a cell of a table or on the line below its label: (name, para, start, end)."""
    for para, text in enumerate(report.paras[:_LINES]):
        if cell := _CELL.search(text) or _FIELD.search(text) or _APART.fullmatch(text):
            return cell["place"], para, *cell.span("place")
        following = report.paras[para + 1] if para + 1 < len(report.paras) else ""
        value = following.strip(" *|　")
        if _PLACE.match(text) and 1 < len(value) <= _VALUE // 2 and not re.search("[：:。]", value):
            start = following.index(value)
            return value, para + 1, start, start + len(value)
    return None
