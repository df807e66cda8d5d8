"""Who somebody was: the office as given at the meeting asked about, else at the latest one that gives it."""

from collections.abc import Iterator

from data.records import Attendance, Stored
from retrieval.answer.forms import answered, ref, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer


def office(evidence: Evidence) -> Answer | NoAnswer:
    """The office of the person named."""
    for stored, one in _places(evidence):
        if one.title:
            return _with(evidence, stored, one)
    return refused(evidence, "title_of", "not_said" if evidence.reports else "no_report")


def _places(evidence: Evidence) -> Iterator[tuple[Stored, Attendance]]:
    """The meeting chosen first; then those that record the person, the latest first."""
    names = evidence.question.subject or evidence.question.people
    for stored in evidence.reports[:1]:
        yield from ((stored, one) for one in stored.facts.attendance if one.name in names)
    readable = evidence.catalogue.readable(evidence.reader)
    cards = [evidence.catalogue.cards[at] for name in names for at in evidence.catalogue.holding(name) if readable[at]]
    past = [card for card in cards if card.day is not None and card.day <= evidence.today]
    for card in sorted(past, key=lambda card: (card.day or evidence.today, card.number), reverse=True)[:10]:
        found = evidence.fetch(card.number)
        if found is not None:
            yield from ((found, one) for one in found.facts.attendance if one.name in names)


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
