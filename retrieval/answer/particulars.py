"""When and where."""

import re

from data.records import Span, Stored
from retrieval.answer.forms import answered, refused
from retrieval.answer.matters import dated_matters
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer


def when(evidence: Evidence) -> Answer | NoAnswer:
    """The meeting's day; or the day of what the question asks about within it (定在哪天开始)."""
    inner = dated_matters(evidence)
    if inner is not None:
        return inner
    meeting = evidence.stored.facts.meeting
    if not meeting.date:
        return refused(evidence, "when")
    proofs = Proofs()
    at = meeting.date_at.span if meeting.date_at else day_in(evidence.stored, meeting.date)
    entry = Entry("fact", meeting.date, (proofs.cite(evidence.stored, at),))
    return answered(evidence, "when", proofs, date=meeting.date, entries=(entry,))


def where(evidence: Evidence) -> Answer | NoAnswer:
    """The meeting's place, where the report states one."""
    meeting = evidence.stored.facts.meeting
    if not meeting.place:
        return refused(evidence, "where")
    proofs = Proofs()
    at = meeting.place_at.span if meeting.place_at else _first(evidence.stored, meeting.place)
    entry = Entry("fact", meeting.place, (proofs.cite(evidence.stored, at),))
    return answered(evidence, "where", proofs, text=meeting.place, entries=(entry,))


def day_in(stored: Stored, iso: str) -> Span:
    """Where the report writes that day; its first sentence when nowhere in plain words."""
    month, day = iso[-5:].split("-")
    for pattern in (rf"{int(month)}月{int(day)}[日号]", rf"(?<!\d){int(day)}[日号]", iso):
        for para, text in enumerate(stored.report.paras):
            match = re.search(pattern, text)
            if match:
                return Span(para, match.start(), match.end())
    return Span(0, 0, 1)


def _first(stored: Stored, words: str) -> Span:
    for para, text in enumerate(stored.report.paras):
        if words in text:
            return Span(para, text.index(words), text.index(words) + len(words))
    return Span(0, 0, 1)
