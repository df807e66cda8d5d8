"""Several meetings described apart: which they are, or what is asked of each of them in turn."""

from collections.abc import Sequence
from dataclasses import replace

from data.records import Span
from retrieval.answer.compose import compose
from retrieval.answer.forms import ref
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer, Question


def of_each(question: Question, each: Sequence[Evidence]) -> Answer | NoAnswer | None:
    """The answer about all of them; None where they are not all found, or are one and the same."""
    cards = {one.card.report for one in each if one.reports}
    if not each or len(cards) < len(each):
        return None
    if question.kinds[0] == "which_meetings":
        return _listed(question, each)
    return _in_turn(question, each)


def _listed(question: Question, each: Sequence[Evidence]) -> Answer:
    """The meetings by day, each with the place that names it."""
    proofs, entries = Proofs(), []
    ordered = sorted(each, key=lambda one: (one.card.day is None, one.card.day or one.today))
    for one in ordered:
        named = one.stored.facts.meeting.name_at
        cite = proofs.cite(one.stored, named.span if named else Span(0, 0, 1))
        day = one.card.day.isoformat() if one.card.day else ""
        entries.append(Entry("meeting", one.card.label, (cite,), day, report=one.card.report))
    return Answer(
        question=question,
        kind="which_meetings",
        status="answered",
        meetings=tuple(ref(one.card) for one in ordered),
        entries=tuple(entries),
        citations=proofs.citations,
        rests_on=len(ordered),
    )


def _in_turn(question: Question, each: Sequence[Evidence]) -> Answer | NoAnswer:
    """What is asked, told of one meeting after the other; the first answer names everybody, as the question does."""
    first, *rest = (compose(replace(one, question=_asked_of(question, one.question))) for one in each)
    told = [one for one in (first, *rest) if isinstance(one, Answer)]
    names = tuple(dict.fromkeys(name for one in told for name in one.names))
    if isinstance(first, Answer) and first.names:
        first = replace(first, names=names)
    return replace(first, further=(*first.further, *rest))


def _asked_of(whole: Question, one: Question) -> Question:
    """What the whole question asks, of the meeting that the part describes."""
    return replace(
        one,
        kinds=whole.kinds,
        role=whole.role,
        verbs=whole.verbs,
        measure=whole.measure,
        noun=whole.noun,
        said=whole.said,
        language=whole.language,
    )
