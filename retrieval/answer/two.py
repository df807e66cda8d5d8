"""Who was at both of two meetings."""

from retrieval.answer.forms import ref, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer, Question


def at_both(question: Question, first: Evidence, second: Evidence) -> Answer | NoAnswer:
    """The people recorded, and not only as absent, at the one and the other; cited from both reports."""
    for evidence in (first, second):
        if not evidence.reports:
            return refused(evidence, "who_attended", "no_report")
    proofs = Proofs()
    entries = []
    there = {one.name: one for one in second.stored.facts.attendance if set(one.roles) != {"absent"}}
    for one in first.stored.facts.attendance:
        again = there.get(one.name)
        if again is not None and set(one.roles) != {"absent"}:
            cites = (proofs.cite(first.stored, one.at.span), proofs.cite(second.stored, again.at.span))
            entries.append(Entry("person", one.name, cites, one.title, one.roles, report=first.stored.report.id))
    if not entries:
        return refused(first, "who_attended")
    return Answer(
        question=question,
        kind="who_attended",
        status="answered",
        meetings=(ref(first.card), ref(second.card)),
        entries=tuple(entries),
        citations=proofs.citations,
        names=tuple(entry.text for entry in entries),
        rests_on=2,
    )
