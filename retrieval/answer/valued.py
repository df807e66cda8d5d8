"""The clause that gives the day or the figure asked for of a matter, where no fact holds it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from data.facts.sentences import Stretch, clauses
from retrieval.answer.clauses import in_unit
from retrieval.answer.dated import day_of
from retrieval.answer.forms import answered
from retrieval.answer.measures import NO_VALUE, NUMBER
from retrieval.answer.proofs import Proofs
from retrieval.evidence.attached import matter_of
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, keys_in, share_in, weighed
from retrieval.evidence.sections import conclusions, section
from retrieval.records import Answer, Entry

Sort = Literal["day", "figure"]
_YEAR = r"\d{4}年|明年|后年|“?十[三四五六]五”?"
_SORTS: dict[Sort, re.Pattern[str]] = {
    "day": re.compile(
        r"\d\s*(?:月|日|号(?![楼院线机馆文井栋]))|(?:[年季月周]|学期|汛期)(?:底|末|初|内|中)|Q[1-4]|季度|第?[一二三四]季|元月|次年|明年|[上中下]旬|汛前|节前|\d/\d"
        r"|\d{1,2}[:：]\d\d|[本下]周|年底"
    ),
    "figure": re.compile(rf"{NUMBER}|\d[\d.]*\s*(?:%|％|个?百分点)|百分之|翻番|倍增|\d"),
}
LEAST = 0.55
"""Share of the matter's words that the sentence with the clause must hold."""
_BY_ITSELF = 0.5
_NEARLY_BEST = 0.8


@dataclass(frozen=True, slots=True)
class Valued:
    """A clause that gives a value, its sentence, and how much of the matter the two hold."""

    text: str
    piece: Piece
    worth: float


def valued(evidence: Evidence, sort: Sort) -> Answer | None:
    """The clause as a goal, with the day that it names where a day is asked for; None where no sentence tells both."""
    words = matter_of(evidence.catalogue, evidence.question, (evidence.card.naming,))
    pieces = weighed(evidence.stored.report, words)
    options = [one for piece in pieces for one in _clauses(evidence, piece, words, sort)]
    options = options or _later(evidence, pieces, sort) or _under(evidence, pieces, words, sort)
    options = _of_deed(evidence, options)
    best = max(options, key=lambda one: one.worth, default=None)
    if best is None:
        return None
    proofs = Proofs()
    cites = (proofs.cite_piece(evidence.stored, best.piece),)
    alike = [one for one in options if one.piece == best.piece and one.worth >= _NEARLY_BEST * best.worth]
    lines = tuple(Entry("item", one.text, cites, kind="hard") for one in alike)
    told = answered(evidence, "what_goals", proofs, entries=lines)
    day = day_of(evidence, best.text) if sort == "day" else None
    if day is None:
        return told
    said = answered(evidence, "when", proofs, date=day, entries=(Entry("fact", day, cites),))
    return replace(said, further=(told,))


def _of_deed(evidence: Evidence, options: list[Valued]) -> list[Valued]:
    """Those that tell of the very deed asked about (完工, and not 开工 or 公示), where some do."""
    deed = _deed(evidence)
    return [one for one in options if deed and deed[1] in one.text] or options


def _deed(evidence: Evidence) -> re.Match[str] | None:
    """What is done by the day asked for, in or behind the asking words: 几月份完工."""
    said = evidence.question.said
    return _DEEDS.search(said + evidence.question.text.partition(said)[2])


_DEEDS = re.compile(
    "(完工|竣工|开工|动工|通车|通水|启用|投用|投产|交付|交房|搬迁|入住|报名|截止|公示|施行|实施|上线|发布|公布|招标|开标|验收|签约|开业|开学|放假|评审)"
)


def gives(sort: Sort, text: str) -> bool:
    """Whether `text` gives a value of that sort."""
    return bool(_SORTS[sort].search(_bare(sort, text)))


def _bare(sort: Sort, text: str) -> str:
    """`text` without the numbers that are no values, and without days where a figure is asked for."""
    bare = NO_VALUE.sub("", text)
    return bare if sort == "day" else _DAYS.sub("", bare)


_DAYS = re.compile(r"\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|\d{4}年")


def _later(evidence: Evidence, pieces: list[Piece], sort: Sort) -> list[Valued]:
    """Where a sentence is wholly about the matter, the one value in it, or what its paragraph says further of it.

    That by the deed asked about (几号报名), or the only one.
    """
    head = next((one for one in pieces if one.share >= _WHOLLY), None)
    if head is None:
        return []
    value = _sort_of(evidence, sort)
    found = [
        Valued(clause.text.strip("，,；;。：: "), piece, piece.share)
        for piece in pieces
        if piece.para == head.para and piece.start >= head.start
        for clause in clauses(Stretch(piece.text, 0))
        if value.search(_bare(sort, clause.text)) and (sort == "day" or in_unit(evidence.question, clause.text))
    ]
    own = [one for one in found if one.piece == head]
    if len(own) == 1:
        return own
    deed = _deed(evidence) or _DEED.search(evidence.question.said)
    done = [one for one in found if deed and deed[1] in one.text]
    return done[:1] or (found if len(found) == 1 else [])


def _under(evidence: Evidence, pieces: list[Piece], words: Mapping[int, float], sort: Sort) -> list[Valued]:
    """What an item of minutes came to: the one value under the heading that, with its line, is about the matter."""
    head = max(pieces, key=lambda one: one.share, default=None)
    if head is None:
        return []
    report = evidence.stored.report
    below, value = {*conclusions(report, head.para), *section(report, head.para)}, _sort_of(evidence, sort)
    found = [
        Valued(clause.text.strip("，,；;。：: "), piece, head.share)
        for piece in pieces
        if piece.para in below and share_in(head.text + piece.text, words) >= LEAST
        for clause in clauses(Stretch(piece.text, 0))
        if value.search(_bare(sort, clause.text)) and (sort == "day" or in_unit(evidence.question, clause.text))
    ]
    return found if len(found) == 1 else []


_WHOLLY = 0.8
_DEED = re.compile("([㐀-鿿]{2})(?:的|了|吗|呢)?$")


def _clauses(evidence: Evidence, piece: Piece, words: Mapping[int, float], sort: Sort) -> list[Valued]:
    if piece.share < LEAST:
        return []
    found = []
    for clause in clauses(Stretch(piece.text, 0)):
        text = clause.text.strip("，,；;。：: ")
        told = _sort_of(evidence, sort).search(_bare(sort, text)) and (
            sort == "day" or in_unit(evidence.question, text)
        )
        if told and (share_in(text, words) >= _BY_ITSELF or not _another(piece.text, text, words)):
            found.append(Valued(text, piece, share_in(text, words) + _BY_ITSELF * piece.share))
    return found


def _sort_of(evidence: Evidence, sort: Sort) -> re.Pattern[str]:
    """Years are days only where a year is asked for, or any time: 2019年计划 says not when."""
    asked = sort == "day" and re.search("哪一?年|时[候间]|何时", evidence.question.said)
    return re.compile(f"{_SORTS[sort].pattern}|{_YEAR}") if asked else _SORTS[sort]


def _another(sentence: str, clause: str, words: Mapping[int, float]) -> bool:
    """Whether the matter is told of well before the clause, with a value of its own between."""
    before = sentence[: sentence.find(clause)]
    held = [at for at in range(len(before) - 1) if keys_in(before[at : at + 2], words)]
    return not held or len(before) - max(held) > _NEAR


_NEAR = 30
"""Characters between the matter's words and the clause that gives its value: 自荐表要填好, 这项工作月底前完成."""
