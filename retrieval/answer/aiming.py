"""Which goals are meant: those of the matter that the question names, by their clause, else by their sentence."""

import re
from collections.abc import Mapping, Sequence

from retrieval.answer.items import Matter
from retrieval.answer.mentioned import sentence_at
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.attached import matter_of
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.question.focus import without_chatter

LEAST = 0.5
"""Share of the matter's words that a goal, or the sentence that sets it, must hold."""
_MATTERS = tuple(
    map(
        re.compile,
        (
            "(?:^|[会上说的，,\\s])([㐀-鿿A-Za-z]{2,8}?)(?:这)?(?:方面|领域|这块|这一块)",
            "对([㐀-鿿A-Za-z]{2,8}?)(?:提|有|要|定|做|的|设)",
            "把([㐀-鿿A-Za-z]{2,10}?)(?:打造|建设|培育|发展|变|做|建)成",
        ),
    )
)


def aimed_at(evidence: Evidence, goals: Sequence[Matter]) -> list[Matter]:
    """The goals of the matter named; empty where none is named, or none of them is its."""
    named = _named(evidence)
    matters = named or [_at_the_asking_words(evidence)]
    found = _of(evidence, goals, matters)
    return found if named or len(found) > 1 else []


def _of(evidence: Evidence, goals: Sequence[Matter], matters: Sequence[Mapping[int, float]]) -> list[Matter]:
    """Those that hold most of one of the matters' words, else those whose sentence does."""

    def about(text: str) -> bool:
        return any(share_in(text, words) >= LEAST for words in matters if words)

    held = [one for one in goals if about(f"{one.text} {one.detail}")]
    return held or [one for one in goals if about(sentence_at(evidence.stored.report, one.at.span))]


def _named(evidence: Evidence) -> list[Mapping[int, float]]:
    """What is named by 方面, 对 or 把, each of several joined by 和."""
    found = next((match[1] for pattern in _MATTERS if (match := pattern.search(evidence.question.text))), "")
    parts = re.split("[和与及、]", without_chatter(found).replace(" ", ""))
    return [words for part in parts if (words := word_weights(evidence.catalogue, part))]


def _at_the_asking_words(evidence: Evidence) -> Mapping[int, float]:
    """The words right before the asking ones that name neither the meeting nor somebody."""
    question = evidence.question
    known = (evidence.card.naming, *question.people, *question.strangers)
    return matter_of(evidence.catalogue, question, known)
