"""Records that only head others: a numbered line over the act itself, an office over who fills it, an agenda."""

import re

from data.facts.decisions.minutes.headings import read_heading
from data.facts.decisions.minutes.overviews import OVERVIEW
from data.facts.people import is_person, offices
from data.records import OUTCOMES, TITLE, Decision, Report

_LONGEST = 40  # characters of a heading


def without_overheads(report: Report, records: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The records without what a heading announces (2.研究考核工作), where its kind of act or an outcome follows."""
    by_para: dict[int, list[Decision]] = {}
    for record in records:
        by_para.setdefault(record.at.span.para, []).append(record)
    settled = any(record.kind in OUTCOMES for record in records)
    offices_ = [record for record in records if record.kind == "appointed"]
    return tuple(
        record
        for record in records
        if not (settled and record.at.rule == OVERVIEW)
        and not (_told_below(report, record, by_para) or _only_the_office(record, offices_) or _only_who_told(record))
    )


def _only_the_office(record: Decision, appointed: list[Decision]) -> bool:
    """Whether a record only says which office was to be filled (业委会主任), where another says who fills it."""
    bare = record.kind == "appointed" and len(record.object) <= _OFFICE and not _FILLS.search(record.object)
    if not bare or _SOME.match(record.object) or not offices.ENDS_IN_HEAD.search(record.object):
        return False
    head = record.object[-_HEAD:]
    return any(_FILLS.search(one.object) and head in one.object for one in appointed if one is not record)


_OFFICE = 16  # characters of an office with whose it is
_HEAD = 2  # characters that end it
_SOME = re.compile(r"\d|[一二三四五六七八九十]+[名位]")  # 41名常委: how many were chosen
_FILLS = re.compile(r"当选|担任|出任|接任|.{2}为")


def _only_who_told(record: Decision) -> bool:
    """Whether a record only says whose words were heard (顾城的介绍), and not on what."""
    told = _WHOSE.fullmatch(record.object) if record.kind == "heard" else None
    return told is not None and is_person(told["who"])


_WHOSE = re.compile(
    r"(?P<who>[^，。的]{2,16}?)(?:同志)?(?:所?作)?的(?:情况|有关情况)?(?:介绍|汇报|说明|发言|讲解|报告)"
)


def _told_below(report: Report, record: Decision, by_para: dict[int, list[Decision]]) -> bool:
    para = record.at.span.para
    if record.kind in OUTCOMES or para == TITLE or record.at.rule == "item" or not _heads(report, para):
        return False
    below = para + 1
    while below < len(report.paras) and not _heads(report, below):
        if any(other.kind in (record.kind, *OUTCOMES) for other in by_para.get(below, ())):
            return True
        below += 1
    return False


def _heads(report: Report, para: int) -> bool:
    """Whether a paragraph is a short numbered line without a full stop."""
    text = report.paras[para]
    heading = read_heading(text) if len(text) <= _LONGEST else None
    return heading is not None and heading.number is not None and "。" not in text
