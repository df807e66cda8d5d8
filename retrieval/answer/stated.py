"""The numbers that a report states, and how well each is what is asked for."""

import re
from dataclasses import dataclass, replace

from data.facts.sentences import Stretch, clauses
from retrieval.answer.measures import ABOUT, MEASURES, SIDES, TYPED, of_other_sort
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, share_in, weighed
from retrieval.evidence.sections import HEADING
from retrieval.numerals import number

LEAST_SIDED, LEAST_WORDED = 0.4, 0.1
_NOUN_AFTER = 8
"""Characters between a number and the noun that it counts: 近200名外国工商界代表."""
_ITSELF, _PRESENT, _CLOSE, _DUE = 0.6, 0.25, 0.3, 0.5
_ACTS = re.compile("发言|讲话|致辞|表决|反对|赞成|弃权|请假|缺席|列席")
_CAME = "来到去"
_DONE_TO = re.compile("([㐀-鿿]{2})了(?:多少|几)(?:个|名|位)?人")
"""What was done to those who are counted: 培训了多少人."""
SIZES = "亩|平米|平方米?|平方公里|公里|里|米|吨|斤|公斤|千克|升|立方米?|千瓦时?|度|万|亿|美元|港元|标箱"
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


def options(evidence: Evidence) -> list[Counted]:
    """The numbers of the sort asked for, each with its worth."""
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


_LARGE = re.compile(f"[余多]?[万亿]余?(?:元|{SIZES})?")
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
