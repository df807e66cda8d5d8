"""What may be the main meeting's name: labels first, then the title, then headings and the opening paragraphs."""

import re
from collections.abc import Iterator

from data.facts.meeting import signals
from data.facts.meeting.headings import heading, in_title, recorded
from data.facts.meeting.name import Name
from data.facts.meeting.openings import opening
from data.facts.meeting.prose import in_paragraph
from data.records import TITLE, Report

_SHEET = re.compile(
    r"[#\s]*(?:\d{8}[\s—-]*)?"
    r"(?P<what>[^。：:/]{4,40}?(?:评审|评议|讨论|碰头|沟通|交流|协商|对接|答辩|复盘|汇报|研讨))(?:记录|纪录|纪要)"
)
"""A title that says what people met for, and names no kind of meeting: X测试报告评审记录."""
_TALK = re.compile(r"\s*(?P<what>[^，。：:、]{2,40}(?:会谈|洽谈|座谈|面谈))\s*")  # a title that is two parties' talk
_FILE = re.compile(r"[\w.-]+/")  # a title that is the path of a file names no meeting
_HEADINGS = 4  # paragraphs
_LABEL_LINES = 6
_OPENING = 4
_LABELLED = 120  # characters of a line with a label
_LONGEST_TITLE = 300


def candidates(report: Report) -> Iterator[Name]:
    """The names that the report gives, each way of giving one after the other."""
    yield from _labelled(report, signals.NAMED)
    yield from _labelled(report, signals.LABELLED)
    if not _FILE.match(report.title):
        yield from in_title(report.title[:_LONGEST_TITLE])
    for para, text in enumerate(report.paras[:_HEADINGS]):
        yield from recorded(para, text, report.paras[para - 1] if para else "")
    yield from _labelled(report, signals.THEME)
    for para, text in enumerate(report.paras[:_HEADINGS]):
        yield from heading(para, text)
    for para in opening(report, _OPENING):
        yield from in_paragraph(para, report.text(para))
    yield from _met_for(report)


def _labelled(report: Report, label: re.Pattern[str]) -> Iterator[Name]:
    """What stands behind a label; behind 会议名称 it need not say what kind of meeting it was."""
    for para, text in enumerate(report.paras[:_LABEL_LINES]):
        match = label.match(text) if len(text) <= _LABELLED else None
        if match and (label is signals.NAMED or re.search(signals.KIND, match["what"])):
            yield Name(match["what"].strip(), para, *match.span("what"), "label")


def _met_for(report: Report) -> Iterator[Name]:
    """What people met for, where nothing names a kind of meeting: by the title or the opening, else by a label."""
    if talk := _TALK.fullmatch(report.title):
        yield Name(talk["what"], TITLE, *talk.span("what"), "record")
    for para in (TITLE, *range(min(1, len(report.paras)))):
        if sheet := _SHEET.fullmatch(report.text(para)):
            yield Name(sheet["what"], para, *sheet.span("what"), "record")
    for para, text in enumerate(report.paras[:_LABEL_LINES]):
        if (theme := signals.THEME.match(text)) and (met := signals.MET_FOR.fullmatch(theme["what"].strip())):
            start = theme.start("what") + theme["what"].index(met["what"])
            yield Name(met["what"], para, start, start + len(met["what"]), "theme")
