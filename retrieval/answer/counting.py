"""How many: the number that the report states, never one that we counted up ourselves."""

import re
from dataclasses import replace

from data.records import Role
from retrieval.answer.forms import answered, refused
from retrieval.answer.items import entry, of_kind
from retrieval.answer.matters import figure
from retrieval.answer.measures import ABOUT, ANY_FIGURE, NUMBER, TYPED
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.stated import SIZES, Counted, options
from retrieval.answer.tellers import told_by
from retrieval.answer.titled import holds
from retrieval.answer.valued import valued
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, share_in, weighed
from retrieval.numerals import number
from retrieval.records import Answer, Entry, NoAnswer

REPORTED = frozenset({"报告", "汇报", "说明", "议案", "草案"})
LEAST, LEAST_TYPED = 0.5, 0.35
"""Share of the words asking that the clause with the number must hold when the counted noun does not follow it."""
LEAST_OF_ONE = 0.1
_UNIT = re.compile(SIZES)
"""What a size is told in: a size is told with its unit, as written, not as a number of things."""


def count(evidence: Evidence) -> Answer | NoAnswer:
    """The number whose clause holds what is counted; 0 of nothing is never an answer."""
    if evidence.question.measure in {"", "number", "people"} and (recorded := _recorded(evidence)):
        return recorded
    sized = not evidence.question.noun or bool(_UNIT.fullmatch(evidence.question.noun))
    if sized and (evidence.question.measure or "number") == "number":
        return _by_classifier(evidence) or valued(evidence, "figure") or _figured(evidence)
    if evidence.question.people and evidence.question.noun in REPORTED:
        return reported(evidence)
    every = [one for one in options(evidence) if _of_price(evidence, one)]
    found = max(every, key=lambda one: one.worth, default=None)
    of_office = _of_office(evidence)
    if of_office is not None and not (found and _counts(found.piece.text, evidence.question.noun)):
        return of_office
    least = LEAST_TYPED if evidence.question.measure in TYPED else LEAST
    if found is None or not (found.beside or found.worth >= least):
        found = _alone(evidence, every)
    if found is None:
        return of_office or _of_matters(evidence) or refused(evidence, "count")
    return _stated(evidence, found)


def _of_price(evidence: Evidence, one: Counted) -> bool:
    """Whether the paragraph speaks of the price that is asked for: a budget is no 报价, nor what each is to have."""
    asked, text = evidence.question.text, evidence.stored.report.text(one.piece.para)
    price = _PRICE.search(asked)
    return (price is None or price[0] in text) and (not _EACH.search(asked) or bool(_APIECE.search(text)))


_EACH = re.compile("每(?:个|人|名|位|户|家|股|平|次|度|吨|月|年|晚|台|件|斤|亩|方|10|十)")
_APIECE = re.compile("每|均|/|一[人户次晚]")
_PRICE = re.compile("报价|底价|单价|售价|成交价|评估价|票价|工资|利润|罚款|押金|奖金")


def _alone(evidence: Evidence, every: list[Counted]) -> Counted | None:
    """The only sum told in a sentence that has a word of the matter asked about."""
    asked = set(pairs(evidence.focus).tolist()) - set(pairs(evidence.card.naming).tolist())
    told = [one for one in every if asked & set(pairs(one.piece.text).tolist())]
    return told[0] if len(told) == 1 and evidence.question.measure in TYPED else None


def _recorded(evidence: Evidence) -> Answer | None:
    """How many are recorded as absent or as observers, who are listed one by one; None where others are asked for."""
    role = next((role for words, role in _LISTED_ROLES.items() if re.search(words, evidence.question.text)), None)
    listed = [one for one in evidence.stored.facts.attendance if role in one.roles]
    if not listed or any(group.role == role for group in evidence.stored.facts.groups):
        return None
    proofs = Proofs()
    lines = tuple(
        Entry("person", one.name, (proofs.cite(evidence.stored, one.at.span),), one.title, one.roles) for one in listed
    )
    return answered(evidence, "count", proofs, value=len(listed), entries=lines)


def _counts(text: str, noun: str) -> bool:
    """Whether the text itself says how many of the noun: 副主任6人, 三位副主任."""
    return bool(re.search(rf"{NUMBER}[余多]?[名位个]?{noun}|{noun}(?:共|等)?{NUMBER}[余多]?[人名位]", text))


def _of_office(evidence: Evidence) -> Answer | None:
    """How many of those recorded hold the office asked about, each named."""
    if not OFFICE.fullmatch(evidence.question.noun):
        return None
    there = [one for one in evidence.stored.facts.attendance if set(one.roles) != {"absent"}]
    counted = (
        [one for one in there if "chair" not in one.roles] if _NOT_THE_CHAIR.search(evidence.question.text) else there
    )
    held = [one for one in counted if holds(one.title, evidence.question.noun)]
    proofs = Proofs()
    lines = tuple(
        Entry("person", one.name, (proofs.cite(evidence.stored, one.at.span),), one.title, one.roles) for one in held
    )
    return answered(evidence, "count", proofs, value=len(held), entries=lines) if held else None


def _of_matters(evidence: Evidence) -> Answer | None:
    """How many decisions and items are on such a thing (几个规划), each told; None where that is no thing of theirs."""
    noun = evidence.question.noun
    if not _TREATED.search(evidence.question.text):
        return None
    agenda = [] if _DONE.search(evidence.question.text) else of_kind(evidence, "what_agenda")
    found = dict.fromkeys([*of_kind(evidence, "what_decided"), *agenda])
    named = [one for one in found if noun in one.text] if len(noun) > 1 else []
    proofs = Proofs()
    lines = tuple(entry(evidence, proofs, one) for one in named)
    return answered(evidence, "count", proofs, value=len(named), entries=lines) if named else None


_NOT_THE_CHAIR = re.compile("除了?主持|主持[^，。？?]{0,5}(?:不算|除外)|不算主持")
_TREATED = re.compile("审议|审查|研究|讨论|通过|批准|同意|听取|议了|定了|决定")
_DONE = re.compile("通过|批准|同意|定了|决定")
_LISTED_ROLES: dict[str, Role] = {"请假|缺席|没来|没到": "absent", "列席": "observe"}


def _by_classifier(evidence: Evidence) -> Answer | None:
    """改多少家: the number before that very classifier, in the sentence that holds most of what is asked."""
    asked = _CLASSIFIER.search(evidence.question.said)
    if asked is None or not evidence.topic:
        return None
    need = re.compile(rf"{NUMBER}{ABOUT}(?:{asked[1]})")
    every = [
        Counted(number(match[1]), None, piece, piece.share, beside=True)
        for piece in best(weighed(evidence.stored.report, evidence.topic))
        for match in need.finditer(piece.text)
    ]
    found = [one for one in every[:_SENTENCES] if one.worth >= LEAST] or _only(every)
    return _stated(evidence, found[0]) if len(found) == 1 and found[0].value is not None else None


def _only(every: list[Counted]) -> list[Counted]:
    """The only number of that classifier in the report, where its sentence is somewhat about what is asked."""
    return every if len(every) == 1 and every[0].worth >= LEAST_OF_ONE else []


def _figured(evidence: Evidence) -> Answer | NoAnswer:
    """The figure in a decision, goal or passage; a passage without any states none."""
    told = figure(evidence)
    if isinstance(told, Answer) and not any(ANY_FIGURE.search(f"{one.text} {one.detail}") for one in told.entries):
        return refused(evidence, "count")
    return told


_CLASSIFIER = re.compile("(?:多少|几)(名|位|家|户|座|处|所|辆|台|套|栋|条|人次)")
_SENTENCES = 3


def _stated(evidence: Evidence, found: Counted) -> Answer:
    proofs = Proofs()
    cites = (proofs.cite_piece(evidence.stored, found.piece),)
    line = Entry("passage", found.piece.text, cites)
    told = answered(evidence, "count", proofs, value=found.value, text=found.written, entries=(line,))
    aims = bool(_TO_COME.search(evidence.question.text))
    goal = (valued(evidence, "figure") or _goal_there(evidence, found.piece)) if aims else None
    return replace(told, further=(goal,)) if goal is not None else told


def _goal_there(evidence: Evidence, piece: Piece) -> Answer | None:
    """The goal that the sentence with the number sets; of several, the one that holds most of what is asked."""
    goals = [
        one for one in of_kind(evidence, "what_goals") if one.at.span.para == piece.para and one.text in piece.text
    ]
    best_one = max(goals, key=lambda one: share_in(one.text, evidence.topic), default=None)
    if best_one is None:
        return None
    proofs = Proofs()
    return answered(evidence, "what_goals", proofs, entries=(entry(evidence, proofs, best_one),))


_TO_COME = re.compile("要|目标|任务|计划|力争|打算|预计|将")


def reported(evidence: Evidence) -> Answer | NoAnswer:
    """How many matters the person reported on, each cited."""
    told = told_by(evidence, of_kind(evidence, "what_agenda"))
    if not told:
        return refused(evidence, "count")
    proofs = Proofs()
    lines = tuple(entry(evidence, proofs, one) for one in told)
    return answered(evidence, "count", proofs, value=len(told), entries=lines)
