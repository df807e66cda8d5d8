"""Which of those who spoke are meant, by the verb asked with and what stands around their names."""

import re

from config import lexicon
from data.records import Attendance
from retrieval.answer.mentioned import PART_OF_PLACE, mentions, sentence_in, shares
from retrieval.answer.standing import best_of
from retrieval.answer.verbs import asked_verbs
from retrieval.evidence.attached import attached
from retrieval.evidence.gather import Evidence


def told_apart(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those of whom a clause says, behind the name, just what the question asks with (谁作的报告).

    Empty where none is, where several are asked for, and where a matter tells which one is meant.
    """
    if _SEVERAL.search(evidence.question.text) or attached(evidence.catalogue, evidence.question):
        return []
    verbs = [verb for verb in asked_verbs(evidence) if verb not in lexicon.words("question", "speech.plain")]
    return [one for one in people if any(_in_clause(evidence, one, verb) for verb in verbs)]


_SEVERAL = re.compile("都|哪[些几两]|分别|名单")


def _in_clause(evidence: Evidence, one: Attendance, verb: str) -> bool:
    """Whether the verb stands behind the name, or behind those named with it, before the next comma."""
    texts = (evidence.stored.report.text(span.para)[span.end :] for span in mentions(evidence, one))
    return any(re.match(rf"[^，。；：]{{0,{_CLAUSE}}}?(?:{verb})", text) for text in texts)


_CLAUSE = 60


def by_speech(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those named beside what is asked, and told to speak by the verb asked with; all where neither tells any apart."""
    told = bool(attached(evidence.catalogue, evidence.question)) or not evidence.question.noun
    by_place = best_of(people, lambda one: max(shares(evidence, one), default=0.0), PART_OF_PLACE) if told else []
    verbs = asked_verbs(evidence)
    among = by_place or people
    strict = [verb for verb in verbs if verb in lexicon.words("question", "speech.strict")]
    near = [one for one in among if any(_told_to(evidence, one, verb) for verb in strict)]
    speakers = near or [one for one in among if any(_says(evidence, one, verb) for verb in verbs)]
    if speakers or not verbs:
        return speakers or by_place or people
    return [] if strict or (evidence.question.noun and not by_place) else by_place or people


def _told_to(evidence: Evidence, one: Attendance, verb: str) -> bool:
    """Whether the verb stands right behind the name: 某某传达了…."""
    spans = list(mentions(evidence, one))
    texts = (evidence.stored.report.text(span.para)[span.end : span.end + _BEHIND] for span in spans)
    return any(re.match(rf"{_JOINED}[^，。；、]{{0,14}}(?:{verb})", text) for text in texts)


_BEHIND = 60
_JOINED = "(?:[、和及与][㐀-鿿·]{2,4}(?=[、和及与分先依代进作在])){0,8}"
"""Those named in a list before the verb said it together."""


def _says(evidence: Evidence, one: Attendance, verb: str) -> bool:
    texts = (evidence.stored.report.text(span.para) for span in mentions(evidence, one))
    spans = list(mentions(evidence, one))
    return any(re.search(verb, sentence_in(text, span)) for text, span in zip(texts, spans, strict=True))
