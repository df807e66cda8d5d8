"""What is to be done by a day that the question names: 年底前要建完啥, 6月10号前要干完哪些."""

import re

from data.facts.sentences import Stretch, clauses
from retrieval.answer.forms import answered
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import sentences_of
from retrieval.records import Answer, Entry

_BY = re.compile(
    r"((?:\d{1,2}月(?:\d{1,2}[日号]|底|[上中下]旬)?|年底|年内|月底|明年[底初]?|\d{4}年(?:底|末)?|[一二三四]季度|汛期?|春节|国庆|“?十[三四五六]五”?末?))(?:之?前|以?内)?"
)
_ASKS_WHAT = re.compile("啥|什么|哪些|哪几")


def due(evidence: Evidence) -> Answer | None:
    """The clauses that name the very deadline; None where the question names none, or the report does not."""
    text = evidence.question.text
    by = _BY.search(text)
    if by is None or "前" not in by[0] + text[by.end() : by.end() + 2] or not _ASKS_WHAT.search(text, by.end()):
        return None
    wanted = by[1].replace("号", "日")
    told = [
        (piece, clause.text.strip("，,；;。：: "))
        for piece in sentences_of(evidence.stored.report)
        for clause in clauses(Stretch(piece.text, 0))
        if re.search(rf"(?<!\d){re.escape(wanted)}(?:之?前|以?内)", clause.text.replace(" ", ""))
    ]
    if not told:
        return None
    proofs = Proofs()
    lines = tuple(
        Entry("item", line, (proofs.cite_piece(evidence.stored, piece),), kind="hard") for piece, line in told
    )
    return answered(evidence, "what_goals", proofs, entries=lines)
