"""Decisions, agenda items and goals as they may be answered, and the line that each makes."""

import re
from dataclasses import dataclass

from data.records import OUTCOMES, DecisionKind, Span
from data.records import Evidence as Proof
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
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
    """A matter as a line of the answer; what it came to in minutes is cited before its heading."""
    stated, came = one.at.span, _came_to(evidence, one)
    stopped = _stopped(evidence, one)
    spans = [stated] if came is None else [came] if _says(evidence, came, one) else [came, stated]
    cites = tuple(proofs.cite(evidence.stored, span) for span in spans)
    if stopped:
        return Entry("item", one.text, cites, one.detail, kind="decided", verb=stopped)
    return Entry("item", one.text, cites, one.detail, kind=one.kind, verb=one.verb)


def _stopped(evidence: Evidence, one: Matter) -> str:
    """The words right behind a matter by which it was turned down or put off, where its own verb says neither."""
    if one.kind in OUTCOMES or one.kind not in ALL:
        return ""
    behind = evidence.stored.report.text(one.at.span.para)[one.at.span.end :][:_BEHIND]
    found = _STOPS.match(behind)
    return found[1] if found else ""


_STOPS = re.compile(
    "[》）)”]*(?:[，,：:]|表决|决议)*(不予(?:批准|通过|同意|采纳|支持)|未获通过|未?不?通过|暂缓(?:实施|执行|办理)?|暂不(?:实施|执行|同意)|搁置|否决|退回)"
)
_BEHIND = 24


def _came_to(evidence: Evidence, one: Matter) -> Span | None:
    """The line that says what an item of minutes came to."""
    lines = conclusions(evidence.stored.report, one.at.span.para) if one.kind in OUTCOMES else []
    told = next((line for line in lines if not evidence.stored.report.text(line).endswith(("：", ":"))), None)
    return None if told is None else Span(told, 0, 1)


def _says(evidence: Evidence, at: Span, one: Matter) -> bool:
    """Whether that line names the matter, so that its heading need not be cited."""
    keys = dict.fromkeys(pairs(one.text).tolist(), 1.0)
    return share_in(evidence.stored.report.text(at.para), keys) >= _NAMED


_NAMED = 0.6
"""Share of a matter's pairs of characters by which a line names it."""


def of_kind(evidence: Evidence, kind: Kind) -> list[Matter]:
    """The report's goals, outcomes or agenda; of the other side those under a kind of verb that is asked about."""
    if kind == "what_goals":
        return [
            Matter(goal.text, goal.at, goal.hardness, detail=goal.deadline or goal.quantity or "")
            for goal in evidence.stored.facts.goals
        ]
    side = kind == "what_decided"
    sides = {one.kind in OUTCOMES for one in evidence.stored.facts.decisions}
    if kind == "what_agenda" and sides == {True} and not evidence.question.verbs:
        side = True  # where all was decided at once, what was decided is what was on the agenda
    verbs = ALL if evidence.question.measure == "whether" else () if side else evidence.question.verbs
    return [
        Matter(one.object, one.at, one.kind, one.verb, one.vote or one.deadline or "", one.owner or "")
        for one in evidence.stored.facts.decisions
        if (one.kind in OUTCOMES) == side or one.kind in verbs
    ]
