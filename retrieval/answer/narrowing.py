"""Which of several people are meant: by office, by the place that they come from, by how they came."""

import re

from config import lexicon
from data.records import Attendance
from retrieval.answer.mentioned import sentence_at
from retrieval.answer.persons import OFFICE
from retrieval.answer.spoken import by_speech, told_apart
from retrieval.answer.standing import best_of
from retrieval.answer.titled import holds, led_list, left_out, noun_asked
from retrieval.answer.verbs import asked_verbs
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in

PART_OF_TITLE = 0.55
"""Share of the words asking within a meeting that an office must hold for 哪些X to mean those with it."""


def narrowed(evidence: Evidence, people: list[Attendance], *, speaking: bool) -> list[Attendance]:
    """Those of `people` whom the question singles out; all of them when it does not, none when nobody fits its noun."""
    people = left_out(evidence.question, people)
    if not people:
        return people
    asked = _office_asked(evidence) or noun_asked(evidence.question)
    noun = "" if asked in lexicon.words("question", "speech.anybody") else asked
    so = _in_manner(evidence, people)
    if so:
        return so
    by_noun = _by_noun(evidence, people, noun) if noun else []
    if by_noun or (evidence.question.measure == "office" and noun):
        return by_noun
    if not speaking:
        return _comers(evidence, people, noun)
    return by_speech(evidence, people) if asked and not noun else _speakers(evidence, people, noun)


def _by_noun(evidence: Evidence, people: list[Attendance], noun: str) -> list[Attendance]:
    """Those named in a list that the very noun leads, else those of that office."""
    led = led_list(evidence, people, noun)
    only = led if noun.endswith("领导") else []
    held = only or [one for one in people if holds(one.title, noun) or one in led]
    bare = _OF_CITY.sub("", noun)
    held = held or [one for one in people if bare != noun and holds(one.title, bare)]
    return held or [one for one in people if len(noun) > _OFFICE_AND_PLACE and noun[:2] in one.title]


_OF_CITY = re.compile("^[㐀-鿿]{2,3}(?=[市县区][㐀-鿿])")
"""The city before its own body, which reports of that city leave out."""
_OFFICE_AND_PLACE = 3
"""Characters: a longer noun begins with the place or body that people come from."""


def _speakers(evidence: Evidence, people: list[Attendance], noun: str) -> list[Attendance]:
    if noun and noun == evidence.question.noun:
        return []
    people = told_apart(evidence, people) or people
    people = [one for one in people if any(run in one.title for run in _runs(evidence))] or people
    strict = any(verb in lexicon.words("question", "speech.strict") for verb in asked_verbs(evidence))
    by_title = [] if strict else best_of(people, lambda one: share_in(one.title, evidence.aspect), PART_OF_TITLE)
    return by_title or by_speech(evidence, people)


def _runs(evidence: Evidence) -> list[str]:
    """The words of the question that may name a body whose people are meant."""
    runs = (run for run in evidence.focus.split() if len(run) > _OFFICE_AND_PLACE)
    return [run for run in runs if run not in evidence.card.naming]


def _comers(evidence: Evidence, people: list[Attendance], noun: str) -> list[Attendance]:
    sender = SENDER.search(evidence.question.text)
    if sender:
        return [one for one in people if sender[1][-2:] in one.title]
    if SENT.search(evidence.question.text) and evidence.aspect:
        return best_of(people, lambda one: share_in(one.title, evidence.aspect), PART_OF_TITLE)
    if re.search(f"(?:{OFFICE.pattern})$", noun):
        return []
    return _of_place(evidence, people, noun) if noun or _FROM.search(evidence.question.text) else people


def _in_manner(evidence: Evidence, people: list[Attendance]) -> list[Attendance]:
    """Those of whom the report says that they were invited, came to advise, sat in by video, where that is asked."""
    told = next((told for asked, told in _MANNERS if asked.search(evidence.question.text)), None)
    return [one for one in people if told and told.search(_told(evidence, one))]


_VIDEO = "视频(?:方式|连线|致辞|发言|演讲|出席)|[以过]视频"
_MANNERS = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        ("[应受特]邀|邀请", "[应受特]邀|邀请"),
        ("指导", "指导"),
        ("陪同", "陪同"),
        ("旁听|巡听", "旁听|巡听"),
        ("视频(?:致辞|发言|演讲|出席|连线)", _VIDEO),
        ("见证", "见证"),
        ("监票|计票", "监票|计票"),
    )
)


def _told(evidence: Evidence, one: Attendance) -> str:
    """The part of the sentence that names somebody, cut at semicolons."""
    sentence = sentence_at(evidence.stored.report, one.at.span)
    return next((part for part in re.split("[；;]", sentence) if one.name in part), sentence)


def _office_asked(evidence: Evidence) -> str:
    """The office of a question that asks for a name alone: 院长叫啥."""
    if evidence.question.noun or evidence.question.measure != "office":
        return ""
    held = OFFICE.findall(evidence.question.focus)
    return held[-1] if held else ""


def _of_place(evidence: Evidence, people: list[Attendance], noun: str) -> list[Attendance]:
    """Those whose office holds the noun in part, or the place that they come from (阿勒赛县来的领导)."""
    origin = _origin(evidence.question.text)
    wanted = word_weights(evidence.catalogue, f"{noun} {origin}")
    of_title = best_of(people, lambda one: share_in(one.title, wanted), PART_OF_TITLE)
    return of_title or (led_list(evidence, people, origin) if origin else []) or people


def _origin(text: str) -> str:
    found = _FROM.search(text)
    run = next((group for group in found.groups() if group), "") if found else ""
    return re.split("会议?|[的上次]", run)[-1]


SENDER = re.compile(
    "(?:^|[^\u3400-\u9fff]|会议?|会上|峰会|论坛)([\u3400-\u9fff]{2,4}?)(?:方面|那边|方)?(?:是|派)?谁来的"
)
"""Who sent somebody: 日本是谁来的."""
SENT = re.compile("谁来的|[来去]的是(?:谁|哪[位个])|谁去的")
"""Who came for somebody: 某部去的是哪位."""
_FROM = re.compile("([\u3400-\u9fff]{2,6})(?:来的|方面的?|那边|这边|一方)|来自([\u3400-\u9fff]{2,6})的")
