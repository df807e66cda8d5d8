"""When and where the next meeting is, by the sentence that speaks of it."""

import re
from dataclasses import replace

from retrieval.answer.dated import called, day_of
from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import sentences_of, weighed
from retrieval.numerals import ordinals
from retrieval.records import Answer, Entry, NoAnswer


def next_time(evidence: Evidence) -> Answer | NoAnswer:
    """The day of the next meeting, where a sentence speaks of it."""
    for piece in weighed(evidence.stored.report, evidence.topic):
        day = day_of(evidence, piece.text) if _of_next(evidence, piece.text) else None
        if day is not None:
            proofs = Proofs()
            cites = (proofs.cite_piece(evidence.stored, piece),)
            item = Entry("item", piece.text, cites, kind="decided")
            told = answered(evidence, "what_decided", proofs, entries=(item,))
            said = answered(evidence, "when", proofs, date=day, entries=(Entry("fact", day, cites),))
            return replace(said, further=(told,))
    named = _NEXT_OF.search(evidence.question.text)
    return (called(evidence, named[1]) if named else None) or _about_when(evidence)


_NEXT_OF = re.compile("下一?次([㐀-鿿]{2,8}会)")
"""下次常委会, which the one chosen called without calling it the next."""


def _about_when(evidence: Evidence) -> Answer | NoAnswer:
    """The sentence that gives the next meeting no day, but its year or month."""
    for piece in sentences_of(evidence.stored.report):
        if _of_next(evidence, piece.text) and _ROUGHLY.search(piece.text):
            proofs = Proofs()
            item = Entry("item", piece.text, (proofs.cite_piece(evidence.stored, piece),), kind="decided")
            return answered(evidence, "what_decided", proofs, entries=(item,))
    return refused(evidence, "when")


_ROUGHLY = re.compile(
    r"(?:\d{4}年|明年|下半年|\d{1,2}月|[一二三四]季度|下周|下月|下个月)[^，。；]{0,12}(?:召?开|举[行办])"
)
NEXT = re.compile("下一?[届次](?!会议?(?:上|中))|下一?场")


def next_place(evidence: Evidence) -> Answer | NoAnswer:
    """The place of the next meeting, in the sentence that speaks of it: 第六次联席会议在某市召开, 下届由某县承办."""
    for piece in sentences_of(evidence.stored.report):
        place = _WILL_BE_AT.search(piece.text) if _of_next(evidence, piece.text) else None
        if place is not None:
            proofs = Proofs()
            name = next(one for one in place.groups() if one)
            entry = Entry("fact", name, (proofs.cite_piece(evidence.stored, piece),))
            line = Entry("passage", piece.text, entry.cites)
            return answered(evidence, "where", proofs, text=name, entries=(entry, line))
    return refused(evidence, "where")


def _of_next(evidence: Evidence, text: str) -> bool:
    """Whether a sentence speaks of the next meeting: in so many words, or by the number after this one's."""
    after = {f"{int(count[:-1]) + 1}{count[-1]}" for count in ordinals(evidence.card.name)}
    return bool(NEXT.search(text)) or bool(after & ordinals(text))


_WILL_BE_AT = re.compile(
    "(?:在|于(?![0-9]))([㐀-鿿A-Za-z0-9]{2,16}?)(?:召开|举行|举办|开)|由([㐀-鿿]{2,12}?)(?:承办|主办|举办|轮值)"
)
