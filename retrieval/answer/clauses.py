"""The clause of a passage that says it, where no fact was extracted from it."""

import re
from functools import partial

from data.facts.sentences import Stretch, clauses
from retrieval.answer.forms import answered, refused
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.singling import GIVEN
from retrieval.answer.tellers import SAID
from retrieval.answer.topic import passages
from retrieval.evidence.expected import Need
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.records import Answer, Entry, Kind, NoAnswer


def in_passages(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The clause that says it, where no fact was extracted from it."""
    specific = (
        evidence.question.measure in {"target", "whether"}
        or kind == "what_agenda"
        or "where" in evidence.question.kinds
    )
    if "appointed" in evidence.question.verbs:
        found = passages(evidence, partial(_appoints, frozenset(OFFICE.findall(evidence.focus))))
    elif evidence.aspect and specific:
        found = passages(evidence, _needed(evidence, kind))
    else:
        found = []
    if not found:
        return refused(evidence, kind)
    proofs = Proofs()
    first = found[0]
    cites = (proofs.cite_piece(evidence.stored, first),)
    entries = (
        Entry("item", _clause(evidence, first.text), cites, kind="soft" if kind == "what_goals" else "reviewed"),
    )
    return answered(evidence, kind, proofs, entries=entries)


def _needed(evidence: Evidence, kind: Kind) -> Need | None:
    """What the passage must hold: the state reached, a figure, an outcome, the speaker's words."""
    question = evidence.question
    if question.measure == "target":
        wanted = _STATE if _MANNER.search(question.said) else FIGURE
        return lambda passage: bool(wanted.search(passage))
    if question.measure == "whether":
        return lambda passage: bool(_OUTCOME.search(passage))
    if kind == "what_agenda" and question.people and SAID.search(question.said):
        names = "|".join(map(re.escape, question.people))
        return lambda passage: bool(
            re.search(rf"(?:{names}).{{0,12}}(?:指出|表示|强调|说|提|介绍|汇报|认为|建议|：)", passage)
        )
    return None


_MANNER = re.compile("什么样|啥样")
_STATE = re.compile("建成|成为|形成|打造")
_OUTCOME = re.compile("通过|批准|表决|同意|否决|再议|暂缓|修改后|不予|未获|延期")


def _clause(evidence: Evidence, sentence: str) -> str:
    """Of a long sentence the clause that holds most of what is asked, the whole of a short one."""
    if len(sentence) <= _LONG:
        return sentence
    pieces = [one.text.strip("，,；;。：: ") for one in clauses(Stretch(sentence, 0))]
    return max(pieces, key=lambda text: share_in(text, evidence.topic))


_LONG = 60


def _appoints(offices: frozenset[str], passage: str) -> bool:
    """Whether the passage gives somebody one of the offices; with none asked for, none does."""
    return bool(offices & set(OFFICE.findall(passage))) and bool(GIVEN.search(passage))


FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]+[个座处家项条年月日%]|建成|成为|实现")
