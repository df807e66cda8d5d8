"""How many: the number that the report states, never one that we counted up ourselves."""

import re

from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, weighed
from retrieval.numerals import number
from retrieval.records import Answer, Entry, NoAnswer

_NUMBER = r"(\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百两]{1,5})"
_SIDE = "(?:赞成|同意|反对|弃权|通过)"
_ABOUT = r"(?:余|多|来)?"
_MEASURES = {
    "votes": rf"{_SIDE}\D{{0,4}}?{_NUMBER}|{_NUMBER}\s*(?:票|户|人|名|个)?\s*{_SIDE}|{_NUMBER}\s*票",
    "people": rf"{_NUMBER}{_ABOUT}\s*(?:名|位|人|个)",
    "money": rf"{_NUMBER}{_ABOUT}\s*(?:万|亿|千|百)?元",
    "duration": rf"{_NUMBER}{_ABOUT}\s*(?:个)?(?:多)?(?:小时|分钟|天半)",
    "number": _NUMBER + _ABOUT,
}
_SIDES = ("赞成", "同意", "反对", "弃权")
LEAST = 0.5
"""Share of the words asking that the sentence with the number must hold."""


def count(evidence: Evidence) -> Answer | NoAnswer:
    """The number in the sentence that holds what is counted."""
    measure = evidence.question.measure or "number"
    need = re.compile(_MEASURES[measure])
    pieces = best(weighed(evidence.stored.report, _wanted(evidence)), need)
    for piece in pieces[:5]:
        found = _number_in(piece, need, evidence)
        if found is not None and piece.share >= LEAST:
            return _with(evidence, piece, found)
    return refused(evidence, "count")


def _wanted(evidence: Evidence) -> dict[int, float]:
    """The words asking within the meeting, and the noun that is counted."""
    noun = dict.fromkeys(pairs(evidence.question.noun).tolist(), 5.0)
    return evidence.aspect | noun


def _number_in(piece: Piece, need: re.Pattern[str], evidence: Evidence) -> int | None:
    matches = list(need.finditer(piece.text))
    asked = evidence.question.text
    side = next((one for one in _SIDES if one in asked), "")
    if side:
        matches = [match for match in matches if side in match[0]]
    noun = evidence.question.noun
    if noun:
        matches.sort(key=lambda match: noun not in piece.text[match.start() : match.end() + len(noun) + 4])
    return next((value for match in matches if (value := _value(match)) is not None), None)


def _value(match: re.Match[str]) -> int | None:
    written = next((group for group in match.groups() if group), "")
    return number(written.replace(",", ""))


def _with(evidence: Evidence, piece: Piece, value: int) -> Answer:
    proofs = Proofs()
    entry = Entry("passage", piece.text, (proofs.cite_piece(evidence.stored, piece),))
    return answered(evidence, "count", proofs, value=value, entries=(entry,))
