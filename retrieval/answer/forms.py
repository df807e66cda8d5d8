"""Answers and refusals about the meeting chosen, with what they have in common filled in."""

from typing import Any

from retrieval.answer.proofs import Proofs
from retrieval.catalogue.cards import Card
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Kind, MeetingRef, NoAnswer, Refusal, Status


def ref(card: Card) -> MeetingRef:
    """The meeting of a card, as answers name it."""
    day = card.day.isoformat() if card.day else None
    return MeetingRef(card.report, card.label, day, card.number, card.title)


def answered(
    evidence: Evidence,
    kind: Kind,
    proofs: Proofs,
    status: Status = "answered",
    **payload: Any,  # noqa: ANN401 - fields of Answer
) -> Answer:
    """An answer about the chosen meeting."""
    return Answer(
        question=evidence.question,
        kind=kind,
        status=status,
        meetings=(ref(evidence.card),),
        citations=proofs.citations,
        carried=carried(evidence),
        **payload,
    )


def refused(evidence: Evidence, kind: Kind, reason: Refusal = "not_said", proofs: Proofs | None = None) -> NoAnswer:
    """No answer; the meetings that were found, and the nearest passages if any."""
    cards = evidence.choice.cards[:5] if reason == "which_one" else evidence.choice.cards[:1]
    return NoAnswer(
        question=evidence.question,
        kind=kind,
        reason=reason,
        meetings=tuple(map(ref, cards)) if reason != "no_report" else (),
        citations=proofs.citations if proofs else (),
        carried=carried(evidence),
    )


def carried(evidence: Evidence) -> tuple[str, ...]:
    """What was taken over from the conversation."""
    return (evidence.card.label,) if evidence.choice.carried and evidence.choice.cards else ()
