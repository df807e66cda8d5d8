"""Decisions, agenda items and goals as they may be answered, and the line that each makes."""

from dataclasses import dataclass

from data.records import OUTCOMES, DecisionKind, Span
from data.records import Evidence as Proof
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.sections import conclusions
from retrieval.records import Entry, Kind

ALL: tuple[DecisionKind, ...] = ("adopted", "decided", "appointed", "reviewed", "heard", "studied", "arranged")


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision, agenda item or goal as it may be answered."""

    text: str
    at: Proof
    kind: str
    verb: str = ""
    detail: str = ""
    owner: str = ""


def entry(evidence: Evidence, proofs: Proofs, one: Matter) -> Entry:
    """A matter as a line of the answer."""
    cites = [proofs.cite(evidence.stored, one.at.span)]
    if one.kind in OUTCOMES:
        lines = conclusions(evidence.stored.report, one.at.span.para)
        cites += [proofs.cite(evidence.stored, Span(line, 0, 1)) for line in lines[:1]]
    return Entry("item", one.text, tuple(cites), one.detail, kind=one.kind, verb=one.verb)


def of_kind(evidence: Evidence, kind: Kind) -> list[Matter]:
    """The report's goals, outcomes or agenda; of the other side those under a kind of verb that is asked about."""
    if kind == "what_goals":
        return [
            Matter(goal.text, goal.at, goal.hardness, detail=goal.deadline or goal.quantity or "")
            for goal in evidence.stored.facts.goals
        ]
    side = kind == "what_decided"
    verbs = ALL if evidence.question.measure == "whether" else () if side else evidence.question.verbs
    return [
        Matter(one.object, one.at, one.kind, one.verb, one.vote or one.deadline or "", one.owner or "")
        for one in evidence.stored.facts.decisions
        if (one.kind in OUTCOMES) == side or one.kind in verbs
    ]
