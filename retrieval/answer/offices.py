"""Who somebody was: the office as given at the meeting asked about, else at the latest one that gives it."""

import re
from collections.abc import Iterator

from data.records import Attendance, Span, Stored
from retrieval.answer.forms import answered, ref, refused
from retrieval.answer.narrowing import narrowed
from retrieval.answer.persons import OFFICE
from retrieval.answer.presence import sounding
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer


def office(evidence: Evidence) -> Answer | NoAnswer:
    """The office of the person named."""
    for stored, one in _places(evidence):
        if one.title:
            return _with(evidence, stored, one)
    told = _told(evidence) if evidence.reports else None
    return told or refused(evidence, "title_of", "not_said" if evidence.reports else "no_report")


def _told(evidence: Evidence) -> Answer | None:
    """The office written beside a name that nobody is recorded under: of a guest, a host, somebody remembered."""
    for name in (*evidence.question.subject, *_strangers(evidence)):
        for para, text in enumerate(evidence.stored.report.paras):
            found = _beside(name, text)
            if found is not None:
                proofs = Proofs()
                told = found.lastindex or 0
                cites = (proofs.cite(evidence.stored, Span(para, *found.span(told))),)
                entry = Entry("person", name, cites, found[told])
                return answered(evidence, "title_of", proofs, text=found[told], entries=(entry,))
    return None


def _beside(name: str, text: str) -> re.Match[str] | None:
    """副主任某某, 某某(公司), 某某主任, or the unit alone: 某某局某某."""
    written = re.escape(name)
    office = rf"[^，。；、：（）\s]{{2,40}}?{_OFFICE_END}"
    before = re.search(rf"({office}(?:、{office}|、[^，。；：（）\s]{{2,8}}){{0,3}})(?:同志)?{written}", text)
    behind = rf"{written}\s*[（(]([^（）()\d]{{2,20}})[）)]|{written}({OFFICE.pattern})(?![一-龥]{{2,4}}[，、])"
    return (
        before
        or re.search(behind, text)
        or re.search(rf"(?:^|[，、,；;。])([^，。；、：（）,;\s]{{2,20}}?{_UNIT}){written}", text)
    )


def _strangers(evidence: Evidence) -> Iterator[str]:
    """Runs of the question's words that the report has too and that may be a name."""
    for run in re.findall("[\u3400-\u9fff]{2,}", evidence.question.focus):
        for length in (4, 3, 2):
            if len(run) >= length:
                yield from (part for part in (run[:length], run[-length:]) if not _NO_NAME.search(part))


_NO_NAME = re.compile("[会议局部厅委院校司团组处办社所]$|^[在是的]|[在是的]$")
"""What no name begins or ends like: a body, a meeting, a preposition."""


_UNIT = "(?:局|公司|大学|学院|中心|研究院|医院|所|厅|集团|处|科|室|村|社区|镇|乡|协会|学会)"
_OFFICE_END = "(?:长|任|记|席|理|使|员|裁|事|授|家|人|士|书|监|官|佐|师|主)"


def _places(evidence: Evidence) -> Iterator[tuple[Stored, Attendance]]:
    """The meeting chosen first; then those that record the person, the latest first."""
    names = evidence.question.subject or evidence.question.people
    if not names and evidence.reports:
        yield from ((evidence.stored, one) for one in sounding(evidence) or _meant(evidence))
    for stored in evidence.reports[:1]:
        yield from ((stored, one) for one in stored.facts.attendance if one.name in names)
    now = evidence.today.isoformat()
    recorded = [found for name in names for found in evidence.aggregates.records_of(name)]
    for found in sorted(recorded, key=lambda one: one.date or "", reverse=True):
        known = found.date is not None and not found.date.startswith("--") and found.date <= now
        told = evidence.fetch(found.number) if known and found.fact.title else None
        if told is not None:
            yield told, found.fact


def _meant(evidence: Evidence) -> list[Attendance]:
    """Whom the question singles out without naming anybody: 印度来的是谁，什么身份."""
    everybody = list(evidence.stored.facts.attendance)
    if "主持" in evidence.question.said:
        return [one for one in everybody if "chair" in one.roles]
    chosen = narrowed(evidence, everybody, speaking=False)
    return chosen if len(chosen) < len(everybody) else []


def _with(evidence: Evidence, stored: Stored, one: Attendance) -> Answer:
    proofs = Proofs()
    cites = (proofs.cite(stored, one.title_at or one.at.span),)
    entry = Entry("person", one.name, cites, one.title, one.roles, report=stored.report.id)
    at = evidence.catalogue.position(stored.report.id, evidence.reader)
    if at is None:
        return answered(evidence, "title_of", proofs, text=one.title, entries=(entry,))
    return Answer(
        question=evidence.question,
        kind="title_of",
        status="answered",
        meetings=(ref(evidence.catalogue.cards[at]),),
        entries=(entry,),
        citations=proofs.citations,
        text=one.title,
    )
