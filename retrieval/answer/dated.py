"""The day or deadline of a matter within the meeting, where that is asked for and not the meeting's own day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.records import Evidence as Proof
from data.records import Span
from retrieval.answer.forms import answered
from retrieval.answer.items import Matter, entry, of_kind
from retrieval.answer.measures import NO_VALUE
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, sentences_of, share_in
from retrieval.numerals import ordinals
from retrieval.question.dates import moments
from retrieval.records import Answer, Entry, Kind


def dated_matters(evidence: Evidence) -> Answer | None:
    """The matter whose day or deadline is asked for, rather than the meeting's own day; None where none is meant."""
    dated = [
        one
        for one in (*_matters(evidence), *_dated_sentences(evidence))
        if _DAY.search(NO_VALUE.sub("", f"{one.text} {one.detail}"))
    ]
    event = _event(evidence, dated)
    if event is not None:
        return _told(evidence, event)
    shares = [share_in(one.text, evidence.aspect) for one in dated]
    top = max(shares, default=0.0)
    if sum(evidence.aspect.values()) < LEAST_ASPECT or top < LEAST_INNER:
        return None
    return _told(evidence, dated[shares.index(top)])


def _matters(evidence: Evidence) -> list[Matter]:
    return [one for kind in _INNER for one in of_kind(evidence, kind)]


def _told(evidence: Evidence, one: Matter) -> Answer:
    """The day that the matter names, with the matter; the matter alone where it names no full day."""
    proofs = Proofs()
    line = entry(evidence, proofs, one)
    told = answered(evidence, "what_goals" if one.kind in _GOALS else "what_decided", proofs, entries=(line,))
    day = day_of(evidence, f"{one.detail} {one.text}")
    if day is None:
        return told
    fact = Entry("fact", day, line.cites)
    return replace(answered(evidence, "when", proofs, date=day, entries=(fact,)), further=(told,))


def _dated_sentences(evidence: Evidence) -> list[Matter]:
    """Sentences that name a day, as matters: a day may be told beside the matter itself. Not the meeting's own."""
    held = evidence.stored.facts.meeting.date_at
    return [
        Matter(piece.text, Proof(Span(piece.para, piece.start, piece.end), "sentence"), "soft")
        for piece in sentences_of(evidence.stored.report)
        if _DAY.search(piece.text) and not _TOLD_AT.match(piece.text) and not (held and _holds(piece, held.span))
    ]


def _holds(piece: Piece, span: Span) -> bool:
    return piece.para == span.para and piece.start <= span.start < piece.end


_TOLD_AT = re.compile(r"央视网消息|本报讯|.{0,12}[（(](?:记者|通讯员)|\d{1,2}月\d{1,2}日|近日")


def called(evidence: Evidence, words: str) -> Answer | None:
    """The day of another meeting that the one chosen called, by its ordinal in `words` or by `words` themselves."""
    dated = [one for one in (*_matters(evidence), *_dated_sentences(evidence)) if _DAY.search(one.text)]
    other = ordinals(words) - ordinals(evidence.card.name)
    numbered = (one for one in dated if other and other <= ordinals(one.text))
    keys = set(pairs(_NUMBERED.sub("", words)).tolist())
    called_so = (
        one for one in dated if not other and _CALLS.search(one.text) and len(keys & _keys(one)) >= _MOST_OF * len(keys)
    )
    one = next(numbered, None) or next(called_so, None)
    return _told(evidence, one) if one else None


def _keys(one: Matter) -> set[int]:
    return set(pairs(one.text).tolist())


_CALLS = re.compile("召开|举行|举办")
_NUMBERED = re.compile("第?[0-9一二三四五六七八九十]+[届次]")
_MOST_OF = 0.6


def _event(evidence: Evidence, dated: Sequence[Matter]) -> Matter | None:
    """The matter that holds the very words asked about, which do not name the meeting: 某某节 within a society's."""
    runs = [run for run in evidence.focus.split() if len(run) >= _EVENT and run not in evidence.card.naming]
    named = next((one for one in dated for run in runs if run in one.text), None)
    deed = _DEED.search(evidence.question.said)
    if named or deed is None or any(word in evidence.card.label for word in runs):
        return named
    held = (one for one in dated if deed[0] in one.text and share_in(one.text, evidence.topic) >= _NEARLY_ALL)
    return next(held, None)


_DEED = re.compile("开始|截止|施行|生效|投产|开工|启用|发布|报名")
_NEARLY_ALL = 0.8
_EVENT = 4
"""Characters: a shorter run may stand anywhere."""


def day_of(evidence: Evidence, text: str) -> str | None:
    """The first full day in `text`, in the year that suits the meeting's; None where it names none."""
    held = evidence.card.day or evidence.card.published or evidence.today
    exact = [moment for moment in moments(_SLASHED.sub(r"\1月\2日", text), held) if moment.exact]
    if not exact:
        return None
    day = exact[0].period.start
    if exact[0].bare and (held - day).days > _LOOKS_BACK:
        day = day.replace(year=day.year + 1)
    return day.isoformat()


_GOALS = frozenset({"hard", "named", "soft"})
_INNER: tuple[Kind, ...] = ("what_decided", "what_goals")
_DAY = re.compile(r"\d\s*[月日号]|(?:[年季月周]底?|[年月季]末|\d)之?前|\d/\d|汛前")
_SLASHED = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])/([0-3]?\d)(?!\d)")
_LOOKS_BACK = 60
"""Days: a meeting that names a day further back than this means the one to come."""
LEAST_INNER = 0.55
LEAST_ASPECT = 5.0
