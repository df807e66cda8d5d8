"""A numbered line that only heads the paragraph below it is no act of its own where that paragraph tells one."""

from data.facts.decisions.minutes.headings import read_heading
from data.records import OUTCOMES, TITLE, Decision, Report

_LONGEST = 40  # characters of a heading


def without_overheads(report: Report, records: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The records without what a heading announces (2.研究考核工作), where its kind of act or an outcome follows."""
    by_para: dict[int, list[Decision]] = {}
    for record in records:
        by_para.setdefault(record.at.span.para, []).append(record)
    return tuple(record for record in records if not _told_below(report, record, by_para))


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
