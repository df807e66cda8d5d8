"""Over many meetings: which ones, and how many; each with the sentence that proves it."""

from collections.abc import Sequence

from data.records import Span, Stored
from retrieval.answer.forms import ref
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.cards import Card
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, Kind, NoAnswer

MOST = 50


def meetings(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The meetings that fit, in order of their day; for `count` their number."""
    found = [stored for card in _chosen(evidence)[:MOST] if (stored := evidence.fetch(card.number)) is not None]
    question = evidence.question
    if not found:
        return NoAnswer(question, kind, "no_report")
    proofs = Proofs()
    entries, refs = [], []
    for stored in found:
        at = evidence.catalogue.position(stored.report.id, evidence.reader)
        card = evidence.catalogue.cards[at] if at is not None else None
        if card is None:
            continue
        refs.append(ref(card))
        number = proofs.cite(stored, _proof(evidence, stored))
        entries.append(Entry("meeting", card.label, (number,), str(card.day or ""), report=card.report))
    value = len(refs) if kind == "count" else None
    return Answer(
        question=question,
        kind=kind,
        status="answered",
        meetings=tuple(refs),
        entries=tuple(entries),
        citations=proofs.citations,
        value=value,
        rests_on=len(refs),
    )


def _chosen(evidence: Evidence) -> Sequence[Card]:
    return evidence.choice.cards


def _proof(evidence: Evidence, stored: Stored) -> Span:
    for one in stored.facts.attendance:
        if one.name in evidence.question.people:
            return one.at.span
    return Span(0, 0, 1)
