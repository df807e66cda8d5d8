"""What was decided, what was on the agenda, what goals were set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.records import OUTCOMES
from data.records import Evidence as Proof
from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import CONTEXT, keys_in
from retrieval.question.dates import moments
from retrieval.records import Answer, Entry, Kind, NoAnswer

LEAST = 0.35
"""Share of the words asking within a meeting that a matter must hold to be the one asked about."""
NEARLY_BEST = 0.6


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision, agenda item or goal as it may be answered."""

    text: str
    at: Proof
    kind: str
    verb: str = ""
    detail: str = ""
    owner: str = ""


def matters(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The matters asked for; only those that the question's further words single out, when they do."""
    found = _of_kind(evidence, kind)
    found = _by_people(evidence, found)
    found = _narrowed(evidence, found)
    if not found:
        return refused(evidence, kind)
    proofs = Proofs()
    entries = tuple(
        Entry("item", one.text, (proofs.cite(evidence.stored, one.at.span),), one.detail, kind=one.kind, verb=one.verb)
        for one in found
    )
    return answered(evidence, kind, proofs, entries=entries)


def _of_kind(evidence: Evidence, kind: Kind) -> list[Matter]:
    if kind == "what_goals":
        return [
            Matter(goal.text, goal.at, goal.hardness, detail=goal.deadline or goal.quantity or "")
            for goal in evidence.stored.facts.goals
        ]
    decisions = [
        Matter(one.object, one.at, one.kind, one.verb, one.vote or one.deadline or "", one.owner or "")
        for one in evidence.stored.facts.decisions
    ]
    wanted = [one for one in decisions if one.kind in evidence.question.verbs]
    return wanted or [one for one in decisions if (one.kind in OUTCOMES) == (kind == "what_decided")]


def _by_people(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Only what the people named reported, when the text says who reported what."""
    names = evidence.question.people
    if not names:
        return found
    told = [one for one in found if any(name in _lead_in(evidence, one, found) or name == one.owner for name in names)]
    return told or found


def _lead_in(evidence: Evidence, one: Matter, found: Sequence[Matter]) -> str:
    """The text between the matter before and this one, which may say whose report it was."""
    span = one.at.span
    before = [
        other.at.span.end for other in found if other.at.span.para == span.para and other.at.span.end <= span.start
    ]
    return evidence.stored.report.text(span.para)[max(before, default=0) : span.start]


def _narrowed(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    total = sum(evidence.aspect.values())
    if not total or len(found) < 2:
        return found
    shares = [_share(evidence, one) / total for one in found]
    top = max(shares)
    if top < LEAST:
        return found
    return [one for one, share in zip(found, shares, strict=True) if share >= NEARLY_BEST * top]


def _share(evidence: Evidence, one: Matter) -> float:
    own = keys_in(f"{one.text} {one.detail}", evidence.aspect)
    near = keys_in(evidence.stored.report.text(one.at.span.para), evidence.aspect) - own
    weigh = evidence.aspect
    return sum(weigh[key] for key in own) + CONTEXT * sum(weigh[key] for key in near)


def dated_matters(evidence: Evidence) -> Answer | None:
    """The matter whose day or deadline is asked for, rather than the meeting's own day; None where none is meant."""
    total = sum(evidence.aspect.values())
    if not total:
        return None
    options = [one for kind in _INNER for one in _of_kind(evidence, kind)]
    dated = [one for one in options if _DAY.search(f"{one.text} {one.detail}")]
    shares = [sum(evidence.aspect[key] for key in keys_in(one.text, evidence.aspect)) / total for one in dated]
    top = max(shares, default=0.0)
    if top < LEAST_INNER:
        return None
    one = dated[shares.index(top)]
    proofs = Proofs()
    entry = Entry(
        "item", one.text, (proofs.cite(evidence.stored, one.at.span),), one.detail, kind=one.kind, verb=one.verb
    )
    day = _day_of(evidence, f"{one.detail} {one.text}")
    return answered(evidence, "when", proofs, date=day, entries=(entry,))


def _day_of(evidence: Evidence, text: str) -> str | None:
    """The first full day in `text`, in the year that suits the meeting's."""
    held = evidence.card.day or evidence.card.published or evidence.today
    exact = [moment for moment in moments(text, held) if moment.exact]
    if not exact:
        return None
    day = exact[0].period.start
    if exact[0].bare and (held - day).days > _LOOKS_BACK:
        day = day.replace(year=day.year + 1)
    return day.isoformat()


_INNER: tuple[Kind, ...] = ("what_decided", "what_goals")
_DAY = re.compile("[月日号年]|前|季度|周|期间")
_LOOKS_BACK = 60
"""Days: a meeting that names a day further back than this means the one to come."""
LEAST_INNER = 0.55
