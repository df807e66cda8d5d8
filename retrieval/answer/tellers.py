"""Who reported which matter, by the names around it."""

import re
from collections.abc import Sequence

from retrieval.answer.items import Matter
from retrieval.evidence.gather import Evidence


def by_people(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Only what the people named reported, when the text says who reported what."""
    if not evidence.question.tellers:
        return found
    told = told_by(evidence, found)
    strict = bool(SAID.search(evidence.question.said)) and _not_chair(evidence)
    return told if told or strict else found


SAID = re.compile("讲|说|谈|发言|汇报|提")


def _not_chair(evidence: Evidence) -> bool:
    """Whether none of them chaired: what the chair said is told as the meeting's."""
    chairs = {one.name for one in evidence.stored.facts.attendance if "chair" in one.roles}
    return not chairs & set(evidence.question.tellers)


def told_by(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Those of which the text names one of the question's people as the reporter."""
    named = tellers(evidence, found)
    return [
        one
        for one, teller in zip(found, named, strict=True)
        if teller in (evidence.question.tellers or evidence.question.people)
    ]


def tellers(evidence: Evidence, found: Sequence[Matter]) -> list[str]:
    """For each matter the person last named before it in its paragraph: 听取了A作的关于…的汇报、关于…的汇报."""
    people = {one.name for one in evidence.stored.facts.attendance} | set(evidence.question.people)
    named = []
    for one in found:
        before = evidence.stored.report.text(one.at.span.para)[: one.at.span.start]
        sentence = before[before.rfind("。") + 1 :]
        placed = max(((sentence.rfind(name), name) for name in people), default=(-1, ""))
        alone = sum(other.at.span.para == one.at.span.para for other in found) == 1
        after = _teller_after(evidence, one, people) if alone else ""
        named.append(one.owner or (placed[1] if placed[0] >= 0 else after))
    return named


def _teller_after(evidence: Evidence, one: Matter, people: set[str]) -> str:
    """Who is named behind the only matter of a paragraph, as in a sentence of its own (某某作了说明)."""
    rest = evidence.stored.report.text(one.at.span.para)[one.at.span.end :]
    placed = [(rest.find(name), name) for name in people if name in rest]
    return min(placed)[1] if placed else ""
