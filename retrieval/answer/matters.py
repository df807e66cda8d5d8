"""What was decided, what was on the agenda, what goals were set."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.records import OUTCOMES, DecisionKind
from retrieval.answer.aiming import aimed_at
from retrieval.answer.clauses import STATED, in_passages, in_unit, outcome
from retrieval.answer.forms import answered
from retrieval.answer.items import Matter, entry, of_kind
from retrieval.answer.mentioned import best_mention
from retrieval.answer.proofs import Proofs
from retrieval.answer.singling import REJECTED, narrowed, singled_out
from retrieval.answer.tellers import by_people, tellers
from retrieval.answer.topic import topic
from retrieval.answer.valued import Sort, gives, valued
from retrieval.evidence.expected import asks_why
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in, weighed
from retrieval.records import Answer, Entry, Kind, NoAnswer


def matters(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The matters asked for; only those that the question's further words single out, when they do."""
    if asks_why(evidence.question) and isinstance(reason := topic(evidence), Answer):
        return reason
    found = [one for one in of_kind(evidence, kind) if in_unit(evidence.question, f"{one.text} {one.detail}")]
    if evidence.question.measure == "teller":
        told = _who_told(evidence, found)
        if told is not None:
            return told
    sort = _value_asked(evidence)
    if sort and (given := valued(evidence, sort)) is not None:
        return given
    if sort:
        found = [one for one in found if gives(sort, f"{one.text} {one.detail}")] or found
    if kind != "what_goals":
        found = by_people(evidence, found)
    aimed = aimed_at(evidence, found) if kind == "what_goals" else []
    chosen = aimed or (narrowed(evidence, kind, found) if found else None)
    if chosen == found and evidence.aspect and (of_one := _of_one(evidence, kind)) is not None:
        return of_one
    if chosen is None:
        return _in_words(evidence, kind)
    told = _listed(evidence, kind, chosen)
    agenda = [one for one in of_kind(evidence, "what_agenda") if one.kind not in OUTCOMES]
    if not agenda or not _broad_decisions(evidence, kind):
        return told
    return replace(told, further=(_listed(evidence, "what_agenda", agenda),))


def _of_one(evidence: Evidence, kind: Kind) -> Answer | None:
    """What was said of the one matter asked about, or became of it, where no record singles it out."""
    outcome_asked = evidence.question.measure == "outcome"
    if outcome_asked and isinstance(became := outcome(evidence, kind, least=_SURELY), Answer):
        return became
    if not outcome_asked and not (kind == "what_agenda" and _ON_ONE.search(evidence.question.text)):
        return None
    said = topic(evidence)
    about = isinstance(said, Answer) and share_in(said.text or "", evidence.aspect) >= _SURELY
    return said if about and isinstance(said, Answer) else None


def _in_words(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The clause that says it; of what became of a matter, else the passage about that."""
    told = in_passages(evidence, kind)
    if isinstance(told, NoAnswer) and evidence.question.negated:
        told = _stopped(evidence, kind) or told
    if isinstance(told, Answer) or evidence.question.measure != "outcome":
        return told
    said = topic(evidence)
    about = isinstance(said, Answer) and share_in(said.text or "", evidence.topic) >= _SURELY
    return said if about else told


def _stopped(evidence: Evidence, kind: Kind) -> Answer | None:
    """The sentences that say that something was put off or turned down, where no decision records it."""
    said = evidence.question.said
    stopped = [one for one in weighed(evidence.stored.report, evidence.aspect) if REJECTED.search(one.text)]
    about = [one for one in stopped if one.share >= _SOMEWHAT]
    found = about or (stopped if REJECTED.match(said) or _ANY.search(said) or not evidence.aspect else [])
    proofs = Proofs()
    entries = tuple(
        Entry("item", one.text, (proofs.cite_piece(evidence.stored, one),), kind="decided") for one in found[:_MOST]
    )
    return answered(evidence, kind, proofs, entries=entries) if entries else None


_MOST, _SOMEWHAT = 3, 0.3
_ANY = re.compile("(?:哪|有)(?:个|些|项|件|几个)?(?:议案|议题|提案|事项|事|案子?|文件|方案)")


def _value_asked(evidence: Evidence) -> Sort | None:
    """Whether a day or a figure of one matter is asked for."""
    if evidence.question.measure != "target":
        return None
    return (
        "day" if _DAY.search(evidence.question.said) else "figure" if _FIGURE.search(evidence.question.said) else None
    )


_DAY = re.compile("时[候间]|几[时月号点日]|哪[天日年]|何时|多久")
_FIGURE = re.compile("多少|几")


_ON_ONE = re.compile("方面|领域|这块|这一块|关于|对[^，。？?]{2,8}?(?:怎么|咋)?[说讲提]")
_SURELY = 0.5
"""Share of the words asking that tells one matter from the others."""


def _who_told(evidence: Evidence, found: Sequence[Matter]) -> Answer | None:
    """The people whose reports were heard; None where only bodies reported."""
    named = set(tellers(evidence, [one for one in found if one.kind == "heard"]))
    people = [one for one in evidence.stored.facts.attendance if one.name in named and "speak" in one.roles]
    if not people:
        return None
    proofs = Proofs()
    entries = tuple(
        Entry("person", one.name, (proofs.cite(evidence.stored, best_mention(evidence, one)),), one.title, one.roles)
        for one in people
    )
    return answered(evidence, "who_spoke", proofs, entries=entries, names=tuple(one.name for one in people))


def _listed(evidence: Evidence, kind: Kind, chosen: Sequence[Matter]) -> Answer:
    proofs = Proofs()
    entries = tuple(entry(evidence, proofs, one) for one in chosen)
    return answered(evidence, kind, proofs, entries=entries)


def _broad_decisions(evidence: Evidence, kind: Kind) -> bool:
    """Whether all that was decided is asked for: then what was heard and studied is told after it, set apart."""
    question = evidence.question
    specific = evidence.aspect or question.people or question.measure or question.negated
    return kind == "what_decided" and question.kinds == (kind,) and not specific and question.verbs in _PLAIN


_PLAIN: tuple[tuple[DecisionKind, ...], ...] = ((), ("adopted",))


def figure(evidence: Evidence) -> Answer | NoAnswer:
    """The decision or goal that gives the figure asked for without a noun (下泄流量定了多少)."""
    options = [
        one
        for kind in ("what_decided", "what_goals")
        for one in of_kind(evidence, kind)
        if STATED.search(f"{one.text} {one.detail}") and in_unit(evidence.question, f"{one.text} {one.detail}")
    ]
    singled = singled_out(evidence, "what_decided", options) if options and evidence.aspect else []
    if not singled:
        return in_passages(replace(evidence, question=replace(evidence.question, measure="target")), "what_decided")
    proofs = Proofs()
    return answered(evidence, "what_decided", proofs, entries=tuple(entry(evidence, proofs, one) for one in singled))
