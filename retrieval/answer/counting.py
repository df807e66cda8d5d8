"""How many: the number that the report states, never one that we counted up ourselves."""

import re
from dataclasses import dataclass, replace

from data.facts.sentences import Stretch, clauses
from data.records import Role
from retrieval.answer.forms import answered, refused
from retrieval.answer.items import entry, of_kind
from retrieval.answer.matters import figure
from retrieval.answer.measures import ABOUT, ANY_FIGURE, MEASURES, NUMBER, SIDES, TYPED, of_other_sort
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.tellers import told_by
from retrieval.answer.titled import holds
from retrieval.answer.valued import valued
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, share_in, weighed
from retrieval.evidence.sections import HEADING
from retrieval.numerals import number
from retrieval.records import Answer, Entry, NoAnswer

REPORTED = frozenset({"报告", "汇报", "说明", "议案", "草案"})
LEAST, LEAST_TYPED = 0.5, 0.35
"""Share of the words asking that the clause with the number must hold when the counted noun does not follow it."""
LEAST_SIDED, LEAST_WORDED = 0.4, 0.1
_NOUN_AFTER = 8
"""Characters between a number and the noun that it counts: 近200名外国工商界代表."""
_ITSELF, _PRESENT, _CLOSE, _DUE = 0.6, 0.25, 0.3, 0.5
_ACTS = re.compile("发言|讲话|致辞|表决|反对|赞成|弃权|请假|缺席|列席")
_CAME = "来到去"
_DONE_TO = re.compile("([㐀-鿿]{2})了(?:多少|几)(?:个|名|位)?人")
"""What was done to those who are counted: 培训了多少人."""
_SIZES = "亩|平米|平方米?|平方公里|公里|里|米|吨|斤|公斤|千克|升|立方米?|千瓦时?|度|万|亿|美元|港元|标箱"
_UNIT = re.compile(_SIZES)
"""What a size is told in: a size is told with its unit, as written, not as a number of things."""
_COMING = re.compile("出席|参加|到会|实到|参会|与会|代表|嘉宾")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a clause, and how well it is what was asked for."""

    value: int | None
    written: str | None
    """The figure as written, where it is no whole number of things: 6.5亿元."""
    piece: Piece
    worth: float
    beside: bool


def count(evidence: Evidence) -> Answer | NoAnswer:
    """The number whose clause holds what is counted; 0 of nothing is never an answer."""
    if evidence.question.measure in {"", "number", "people"} and (recorded := _recorded(evidence)):
        return recorded
    sized = not evidence.question.noun or bool(_UNIT.fullmatch(evidence.question.noun))
    if sized and (evidence.question.measure or "number") == "number":
        return _by_classifier(evidence) or valued(evidence, "figure") or _figured(evidence)
    if evidence.question.people and evidence.question.noun in REPORTED:
        return reported(evidence)
    found = max(_options(evidence), key=lambda one: one.worth, default=None)
    of_office = _of_office(evidence)
    if of_office is not None and not (found and _counts(found.piece.text, evidence.question.noun)):
        return of_office
    least = LEAST_TYPED if evidence.question.measure in TYPED else LEAST
    if found is None or not (found.beside or found.worth >= least):
        return of_office or _of_matters(evidence) or refused(evidence, "count")
    return _stated(evidence, found)


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
    found = [
        Counted(number(match[1]), None, piece, piece.share, beside=True)
        for piece in best(weighed(evidence.stored.report, evidence.topic))[:_SENTENCES]
        for match in need.finditer(piece.text)
        if piece.share >= LEAST
    ]
    return _stated(evidence, found[0]) if len(found) == 1 and found[0].value is not None else None


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


def _options(evidence: Evidence) -> list[Counted]:
    typed = evidence.question.measure in TYPED
    votes = not typed and any(one in evidence.question.text for one in SIDES[:4])
    span = (
        rf"(?<![\d第])(\d{{1,3}}|[一二三四五六七八九十两]{{1,3}}){ABOUT}{evidence.question.noun}(?![\d初末底])(?:半)?"
    )
    measure = "votes" if votes else evidence.question.measure
    need = re.compile(span if measure == "span" else MEASURES.get(measure, MEASURES["number"]))
    side = "" if typed else next((one for one in SIDES if one in evidence.question.text), "")
    return [
        _weighed(evidence, piece, clause.text, match, bool(side))
        for piece in _under_headings(weighed(evidence.stored.report, evidence.aspect))
        for clause in clauses(Stretch(piece.text, 0))
        for match in need.finditer(clause.text)
        if _written(match) and _whole_sum(evidence, clause.text) and (not side or side in _reach(clause.text, match))
        if not of_other_sort(evidence.question.text, clause.text[match.end() :])
    ]


def _under_headings(pieces: list[Piece]) -> list[Piece]:
    """The sentences; those under a numbered heading have most of its share: votes and sums are told below it."""
    shared: list[Piece] = []
    heading: Piece | None = None
    for piece in pieces:
        if HEADING.match(piece.text):
            heading = piece
        below = heading is not None and heading.para < piece.para <= heading.para + _BELOW
        inherited = _INHERITED * heading.share if heading is not None and below else 0.0
        shared.append(replace(piece, share=max(piece.share, inherited)))
    return shared


_BELOW, _INHERITED = 3, 0.9


def _weighed(evidence: Evidence, piece: Piece, clause: str, match: re.Match[str], sided: bool) -> Counted:
    noun = evidence.question.noun
    asked = _ACTS.findall(evidence.question.text)
    acts = set(asked) & set(_ACTS.findall(piece.text))
    present_ones = bool(acts) if asked else bool(_COMING.search(piece.text))
    done = _DONE_TO.search(evidence.question.text)
    present_ones = present_ones and (
        done is None or done[1] in clause or bool(_COMING.search(done[1])) or done[1][-1] in _CAME
    )
    generic = noun in {"", "人"} and evidence.question.measure == "people" and present_ones
    behind = clause[max(0, match.start() - len(noun) - 1) : match.end() + len(noun) + _NOUN_AFTER]
    worded = bool(noun) and (len(noun) > 1 and (noun in behind or _same_noun(noun, behind)))
    voted = evidence.question.measure == "votes" and any(name in clause for name in evidence.question.people)
    other = set(_ACTS.findall(clause if _COMING.search(clause) else piece.text)) - set(asked)
    worded = worded and not (_COMING.search(evidence.question.text) and other)
    beside = (
        generic
        or sided
        or worded
        or voted
        or _so_long(evidence, clause, match)
        or (evidence.question.measure == "people" and "实到" in clause)
    )
    words = evidence.aspect | dict.fromkeys(pairs(evidence.question.said).tolist(), 1.0)
    due = "应到" in clause[max(0, match.start() - _NOUN_AFTER) : match.end()]
    present = _PRESENT * (not due or "应到" in evidence.question.text) - _DUE * (
        due and "应" not in evidence.question.text
    )
    close = bool(noun) and bool(re.match(rf"\W*[名位个项条家件份座处所]?{re.escape(noun)}", clause[match.end() :]))
    summed = generic and clause[: match.start()].endswith(("共", "共计", "合计", "总共", "一共"))
    worth = 0.6 * share_in(clause, words) + 0.4 * piece.share + _ITSELF * beside + present + _CLOSE * (close or summed)
    told = not evidence.aspect or piece.share >= (LEAST_SIDED if sided else LEAST_WORDED) or generic
    whole = number(_written(match).replace(",", ""))
    large = _LARGE.match(clause, match.end())
    plain = whole is not None and large is None and evidence.question.measure not in TYPED
    written = match[0].rstrip("的") + (large[0] if large else "")
    return Counted(whole if plain else None, None if plain else written, piece, worth, beside and told)


_LARGE = re.compile(f"[余多]?[万亿]余?(?:元|{_SIZES})?")
"""What makes more of a number than it says: 7.3万."""


def _so_long(evidence: Evidence, clause: str, match: re.Match[str]) -> bool:
    """Whether how long something lasts is asked for, and the clause says 为期 with the figure."""
    return evidence.question.measure in _LENGTHS and bool(
        _LASTS.search(clause, max(0, match.start() - _NEAR), match.end())
    )


_LENGTHS = frozenset({"span", "lasting"})
_LASTS = re.compile("为期|历时|会期|用时")
_NEAR = 4


def _same_noun(noun: str, text: str) -> bool:
    """企业家代表 in 150多位中意企业家: the last two characters of the noun are there."""
    return len(noun) > 2 and noun[-2:] in text


def _whole_sum(evidence: Evidence, clause: str) -> bool:
    """A total is asked for only by a clause that gives one."""
    return "总" not in evidence.question.said or evidence.question.measure != "money" or bool(_TOTAL.search(clause))


_TOTAL = re.compile("总|共|合计")


def _reach(clause: str, match: re.Match[str]) -> str:
    return clause[max(0, match.start() - 4) : match.end() + 2]


def _written(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "")


def reported(evidence: Evidence) -> Answer | NoAnswer:
    """How many matters the person reported on, each cited."""
    told = told_by(evidence, of_kind(evidence, "what_agenda"))
    if not told:
        return refused(evidence, "count")
    proofs = Proofs()
    lines = tuple(entry(evidence, proofs, one) for one in told)
    return answered(evidence, "count", proofs, value=len(told), entries=lines)
