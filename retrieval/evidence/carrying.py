"""Whether a question goes on about the meeting talked about, or is about another one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from config import lexicon
from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.following import extreme, following, preceding
from retrieval.catalogue.ranking import Candidate, share_of, word_weights
from retrieval.evidence.naming import naming, strange_to_text
from retrieval.numerals import without_ordinals
from retrieval.question.focus import shortened
from retrieval.records import Context, Question

LEAST_CARRIED = 0.25
"""Of its words, what the report talked about must hold when another holds nearly all."""
NEARLY_ALL = 0.75
HEAVY = 25.0
"""About five rare pairs: fewer words are met anywhere."""
_BARE = 4
"""Characters: a name of no more (会议, 常务会) says nothing of the body."""


def goes_on(catalogue: Catalogue, question: Question, ranked: Sequence[Candidate], before: Sequence[int]) -> bool:
    """Whether `question` is about the meetings at `before`: it points back at them, or names no other."""
    first = catalogue.cards[before[0]]
    if _other_count(question, first) or _other_time(question, first):
        return False
    if _pointer().search(question.text) and not question.exact:
        return True
    if question.exact or question.counts - first.counts - first.early_counts:
        return False
    if _STEP.search(question.text) and not _names_more(replace(question, focus=_STEP.sub(" ", question.focus))):
        return True
    if _names_more(question) and strange_to_text(catalogue, before[:1], question)[0] == "word":
        return False
    return _holds(catalogue, question, before, ranked)


def talked_about(catalogue: Catalogue, reader: Reader, context: Context) -> tuple[int, ...]:
    """The positions of the reports that the conversation is about, best first."""
    found = (catalogue.position(report, reader) for report in context.reports)
    return tuple(at for at in found if at is not None)


def resumed(catalogue: Catalogue, reader: Reader, question: Question, context: Context) -> Question:
    """第二次呢, 2024年那次呢 name only a number or a time: the body is the one talked about, and so is the matter."""
    before = talked_about(catalogue, reader, context)
    if not before or not is_sibling(question, catalogue.cards[before[0]]):
        return question
    name = without_ordinals(catalogue.cards[before[0]].label)
    matter = context.topic if len(question.focus.replace(" ", "")) <= _BARE else ""
    focus = f"{question.focus} {name} {matter}"
    return replace(question, focus=focus, synonyms=(*question.synonyms, *shortened(focus)))


def beside(catalogue: Catalogue, reader: Reader, question: Question, before: Sequence[int]) -> Card | None:
    """The meeting after or before the one talked about, where the question says no more of it: 下一次呢.

    When the next is held is told by the meeting's own report too (下次会议什么时候开).
    """
    step = _STEP.search(question.text)
    if step is None or question.period is not None or question.counts:
        return None
    card = catalogue.cards[before[0]]
    if _names_other(_STEP.sub(" ", question.focus), card):
        return None
    report = card.report
    if step[0][0] in "下后":
        return None if _OWN_WORD.search(question.text) else following(catalogue, reader, report)
    return preceding(catalogue, reader, report)


_STEP = re.compile(
    "(?:下|后)一?次(?=[㐀-鿿]{0,6}会|呢|的|谁|都|在|通|是)|再?(?:上|前)一?次(?=[㐀-鿿]{0,6}会|呢|的|谁|都|在|通|是)"
)


def of_series(
    catalogue: Catalogue, reader: Reader, question: Question, before: Sequence[int], today: date
) -> Card | None:
    """The last or first meeting of the series talked about, where no other body is named: 最近一次谁主持的."""
    card = catalogue.cards[before[0]]
    first = question.counts == {_FIRST} and not any(
        _FIRST in catalogue.cards[at].counts for at in catalogue.in_series(card.series)
    )
    if (
        question.exact
        or not _OF_SERIES.search(question.text)
        or not (first or (question.ordinal and not question.counts))
    ):
        return None
    if not first and (_names_other(question.focus, card) or len(question.focus) > _MOST_WORDS):
        return None
    return extreme(
        catalogue, reader, card.report, today, question.period, last=question.ordinal == "last" and not first
    )


_FIRST = "1次"
_OF_SERIES = re.compile("(?:最近|最后|最早|最新|头)(?:的)?(?:那|一)?次|^最新|[今去前本]年的?第一次")
_MOST_WORDS = 6
"""Characters of what else is asked about (会议, 名单) that do not make it another meeting."""
_OWN_WORD = re.compile("什么时|几[时号月点]|哪[天日]|何时|日期|定在")


def is_sibling(question: Question, before: Card) -> bool:
    """Whether another meeting of the same body is meant: only its number or its time is named."""
    other = _other_count(question, before) or _other_time(question, before)
    return other and not _names_more(question)


def _holds(catalogue: Catalogue, question: Question, before: Sequence[int], ranked: Sequence[Candidate]) -> bool:
    """Whether the report talked about holds something of the words, or no other nearly all of them."""
    light = sum(word_weights(catalogue, question.focus).values()) < HEAVY
    latin = not _HAN.search(question.focus)  # pairs of letters are held by anything in that script
    if not ranked or light or latin or ranked[0].coverage < NEARLY_ALL:
        return True
    return max(share_of(catalogue, question, at) for at in before) >= LEAST_CARRIED


_HAN = re.compile("[㐀-鿿]")


def _names_more(question: Question) -> bool:
    return any(len(name) > _BARE for name in naming(question.focus))


def _names_other(focus: str, card: Card) -> bool:
    """Whether a body is named that the card's name or series has not."""
    called = f"{card.series}\n{without_ordinals(card.naming)}".lower()
    return any(len(name) > _BARE and name not in called for name in naming(focus))


def _other_count(question: Question, card: Card) -> bool:
    """第二次 after a meeting that is the first: an ordinal of the same sort, but another."""
    sorts = {count[-1] for count in card.counts}
    return any(count[-1] in sorts for count in question.counts - card.counts - card.early_counts)


def _other_time(question: Question, card: Card) -> bool:
    """A time, pointed at with 那次 or 呢, in which the meeting talked about was not."""
    period = question.period
    if period is None or card.day is None or not (question.exact or _ANOTHER.search(question.text)):
        return False
    return not (card.day <= period.end and (card.last_day or card.day) >= period.start)


_ANOTHER = re.compile("那次|那场|那回|那个|的?呢")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon.words("question", "carry.words"))))
