"""Two meetings: who was at both, and what one set or decided otherwise than the other."""

from retrieval.answer.forms import ref, refused
from retrieval.answer.items import Matter, of_kind
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.records import Answer, Entry, NoAnswer, Question


def of_two(question: Question, first: Evidence, second: Evidence) -> Answer | NoAnswer:
    """The answer to what is asked of both: how they differ, or who was at each."""
    return difference(question, first, second) if question.measure == "difference" else at_both(question, first, second)


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


def difference(question: Question, first: Evidence, second: Evidence) -> Answer | NoAnswer:
    """What the earlier meeting set or decided and the later one did not, then the other way round; each cited.

    A goal with another figure or deadline is another goal: the old one stands under the one, the new under the other.
    """
    earlier, later = sorted((first, second), key=lambda one: str(one.card.day or "") if one.reports else "")
    kind = question.kinds[0]
    for evidence in (earlier, later):
        if not evidence.reports:
            return refused(evidence, kind, "no_report")
    proofs = Proofs()
    lines = [
        Entry(
            "item",
            matter.text,
            (proofs.cite(one.stored, matter.at.span),),
            matter.detail,
            kind=matter.kind,
            verb=matter.verb,
            report=one.stored.report.id,
        )
        for one, other in ((earlier, later), (later, earlier))
        for matter in _own(_matters(one, question), _matters(other, question))
    ]
    if not lines:
        return refused(later, kind)
    return Answer(
        question=question,
        kind=kind,
        status="answered",
        meetings=(ref(earlier.card), ref(later.card)),
        entries=tuple(lines),
        citations=proofs.citations,
        rests_on=2,
    )


def _matters(evidence: Evidence, question: Question) -> list[Matter]:
    if question.kinds[0] == "what_goals":
        return of_kind(evidence, "what_goals")
    return [*of_kind(evidence, "what_decided"), *of_kind(evidence, "what_agenda")]


def _own(these: list[Matter], those: list[Matter]) -> list[Matter]:
    """Those that the other meeting does not have in nearly the same words and with the same figures."""
    return [one for one in these if not any(_same(one, other) for other in those)]


def _same(one: Matter, other: Matter) -> bool:
    if one.detail != other.detail:
        return False
    keys = dict.fromkeys(pairs(one.text).tolist(), 1.0)
    return share_in(other.text, keys) >= NEARLY_SAME


NEARLY_SAME = 0.9
