"""Which meeting a report is about: its name, day and place, and whether one took place at all."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.attendance import is_minutes
from data.facts.attendance.signals import ASIDES
from data.facts.meeting import signals
from data.facts.meeting.candidates import candidates
from data.facts.meeting.choice import choose
from data.facts.meeting.dates import Held, dates, number, short_date
from data.facts.meeting.event import announces_another, took_place
from data.facts.meeting.labels import labelled_day
from data.facts.meeting.name import Name
from data.facts.meeting.openings import opening
from data.facts.meeting.others import PAIR, other_meetings
from data.facts.meeting.own import own_start
from data.facts.meeting.place import find_place
from data.facts.meeting.signals import KIND
from data.facts.meeting.years import planned_before, planned_year
from data.records import TITLE, Evidence, Meeting, Report, Span

__all__ = ["KIND", "PAIR", "find_meetings"]


def find_meetings(report: Report) -> tuple[Meeting, tuple[Meeting, ...]]:
    """The main meeting (the title's, else the first) and the others on the page."""
    another = announces_another(report)
    name = choose(one for one in candidates(report) if not (another and one.para == TITLE))
    held, held_at = _held(report)
    if not took_place(report, name, held.first if held else None, is_minutes(report)):
        return Meeting(name=None, date=None, is_meeting=False), ()
    place = find_place(report)
    ordinal = _ORDINAL.match(name.text) if name else None
    meeting = Meeting(
        name=name.text if name else None,
        date=held.first if held else None,
        end_date=held.last if held else None,
        is_meeting=True,
        place=place[0] if place else None,
        body=ordinal["body"] if ordinal else None,
        number=_number(name),
        name_at=_name_at(name),
        date_at=held_at,
        place_at=Evidence(Span(*place[1:4]), f"meeting-place/{place[4]}") if place else None,
    )
    return meeting, tuple(other_meetings(report, name))


def _number(name: Name | None) -> int | None:
    """The last ordinal in the name: 第九届第三次代表大会第二次会议 is a second one."""
    times = _TIMES.findall(name.text) if name else []
    return number(times[-1]) or None if times else None


def _name_at(name: Name | None) -> Evidence | None:
    if name is None:
        return None
    start = name.start if name.start >= 0 else max(0, name.end - len(name.text))
    return Evidence(Span(name.para, start, name.end), f"meeting-name/{name.rule}")


_TIMES = re.compile(r"(?:(?<!总)第|(?<=[大会协院会届席]))([一二三四五六七八九十百\d]{1,4})次")
_ORDINAL = re.compile(
    r"(?!\d{4}年度?第)(?P<body>[^、]{2,40}?)(?:\d{4}年度?)?第(?P<number>[一二三四五六七八九十\d]{1,4})次"
)
_PLANNED = re.compile(r"(?:建议|决定|将|拟|[定订][于在为]|预定|计划|商定|议定)[^。；，,]{0,16}$|[将拟定订]于?$")
_SENT = re.compile(r"[^。；，,]{0,30}(?:发出|送达)|以[^。；，,]{2,30}方式(?:发出)?通知")  # the day the notice went out
_STAMP = re.compile(
    r"\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:来源|作者|发布|浏览|点击|编辑|字体|【)"
)  # the page's own
_NEAR = 20  # characters before a date that may put it in the future
_YEAR = re.compile(r"(?<!\d)20\d{2}(?![\d届])")


def _held(report: Report) -> tuple[Held | None, Evidence | None]:
    head = report.text(0)[:_NAME] if report.published is None and report.paras else ""
    named = _YEAR.search(report.title) or _YEAR.search(head)
    planned = planned_year(report.paras[:_OPENING]) if report.published is None else None
    year = planned or (int(named[0]) if named else None)
    if told := labelled_day(report, year):
        return told[0], Evidence(Span(told[1], told[0].start, told[0].end), "meeting-date/label")
    if record := _day_of_record(report):
        return record
    order = tuple(opening(report, _OPENING))
    papers = [para for para in order if _of_the_paper(report, para)]
    for para in (*(para for para in order if para not in papers), *papers, TITLE):
        if para != TITLE and (ASIDES.search(report.text(para)[:24]) or _of_the_page(report.text(para))):
            continue
        text = report.text(para)[:_LEAD]
        own = own_start(text)
        for held in _told_last(text, dates(text, report.published, year)):
            if (
                _STAMP.match(text, held.end)
                or _PLANNED.search(text, max(0, held.start - _NEAR), held.start)
                or _SENT.match(text, held.end)
                or _quoted(text, held)
                or held.start < own
                or (papers and held.first > (report.published or held.first))  # a day still to come, beside the page's
            ):
                continue
            if planned:
                held = replace(held, first=planned_before(held.first, text[held.start : held.end], planned))
            return held, Evidence(Span(para, held.start, held.end), "meeting-date/first")
    return _in_name(report, year) or (None, None)


def _quoted(text: str, held: Held) -> bool:
    """Whether somebody says the word of a day: “今天来谈修船”."""
    word = text[held.start : held.end]
    return not any(map(str.isdigit, word)) and text.count("“", 0, held.start) > text.count("”", 0, held.start)


def _of_the_paper(report: Report, para: int) -> bool:
    """Whether a line gives the day when the paper was issued, or says beside other things when it was put up."""
    text = report.text(para)
    if _ISSUED.fullmatch(text):
        return True
    of_page = len(text) <= _PAGE_LINE and "。" not in text and not _OF_MEETING.search(text)
    return of_page and any(held.first == report.published for held in dates(text, report.published))


def _in_name(report: Report, year: int | None) -> tuple[Held, Evidence] | None:
    """The month and day that a title begins or ends with as figures: 3.5例会, community_meeting_5.19."""
    found = _SHORT_DAY.match(report.title) or _SHORT_DAY_BEHIND.search(report.title)
    held = short_date(found["day"], report.published, year) if found else None
    if found is None or held is None:
        return None
    held = replace(held, start=found.start("day"), end=found.end("day"))
    return held, Evidence(Span(TITLE, held.start, held.end), "meeting-date/title")


_SHORT_DAY = re.compile(
    r"\s*(?P<day>\d{1,2}[./]\d{1,2})(?=\s*[\u4e00-\u9fff]{0,8}(?:例会|周会|会议|组会|班会|晨会|碰头会))"
)
_SHORT_DAY_BEHIND = re.compile(r"(?:meeting|会议?|例会|纪要|记录)[\s_-]+(?P<day>\d{1,2}\.\d{1,2})\s*$", re.IGNORECASE)


def _told_last(text: str, found: Iterator[Held]) -> list[Held]:
    """The dates in order, that of a dateline (7月29日讯) and of what is carried out behind the others."""
    return sorted(
        found,
        key=lambda held: bool(
            _DATELINE.match(text, held.end)
            or _CARRIED_OUT.search(text[: held.start])
            or _SPIRIT.match(text, held.end)
            or (text.startswith("起", held.end) and text[: held.start].endswith(("自", "从")))
        ),
    )


def _day_of_record(report: Report) -> tuple[Held, Evidence] | None:
    """The day with its year in a title that says which meeting the page is the record of."""
    if not _OF_RECORD.search(report.title):
        return None
    held = next((held for held in dates(report.title, None) if not held.first.startswith("-")), None)
    return (held, Evidence(Span(TITLE, held.start, held.end), "meeting-date/record")) if held else None


_OF_RECORD = re.compile(r"(?:纪要|记录|纪录)[\s（(]*\d")
_ISSUED = re.compile(
    r"[\u4e00-\u9fff（）]{2,24}[\s　]+\d{4}年\d{1,2}月\d{1,2}日(?:印发)?\s*"
)  # who issued the paper, and when
_OF_MEETING = re.compile(
    r"会议|大会|例会|[周组班晨年开]会|[Mm]eeting|召开|举行|举办|主持|座谈|时间|[昨今]|\d\s*[-—~至到]\s*\d{1,2}[:：时点]"
)
_PAGE_LINE = 60  # characters
_NAME = 60  # characters at the head in which a name with its year stands
_SPIRIT = re.compile(r"[^，。；]{2,40}(?:会议?|讲话|座谈)精神")  # … 3月9日安全会议精神
_DATELINE = re.compile(r"[讯电]")
_CARRIED_OUT = re.compile(r"(?:^|[，。])[^，。]{0,8}(?:贯彻|落实|根据|按照)[^，。；]{0,16}$")  # 为落实2月22日会议精神


def _of_the_page(text: str) -> bool:
    """Whether a line tells of the page (来源：…　点击：…, X网发布　字号：大 中 小), not of the meeting."""
    return len(text) <= _INFO_LINE and "。" not in text and _INFO.search(text) is not None


_INFO = re.compile(signals.any_of("info"))
_INFO_LINE = 90  # characters
_OPENING = 8  # paragraphs
_LEAD = 400  # characters of a paragraph
