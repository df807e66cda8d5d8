"""Who a verb can belong to: bare names before it, people between two verbs, and who is only its object."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from data.facts.attendance import signals
from data.facts.attendance.roster import Passage
from data.facts.attendance.trails import TRAIL, without
from data.facts.people import Mention, bare_names, organ_name, organ_names

_LEAD = re.compile(r"[\s*•·\-]*(?:\d+日[^，。]{0,3})?(?:[^，。]{0,12}由|会上|随后|最后|首先|，)?")
_OF_MEETING = re.compile(r"(?:本次|此次|这次)?(?:会议|大会|论坛|活动|座谈会)?的")
_MEETS = re.compile(r"(?:(?<![共一会])同|与|向|会见了?|看望了?)$")
_COUNT = re.compile(
    r"等?[\d两二三四五六七八九十]+[位名][^，。、]{2,12}$"
)  # A、B、C 3位委员: who the people before it were
_BESIDE = 6  # characters before a verb
_NEAR = 60  # characters before a person in which a verb makes them its object
_INVITED = re.compile(r"[^，。]{0,6}邀请了?")


def bare_before(passage: Passage, start: int, end: int) -> tuple[Mention, ...]:
    """The people without offices who are all of text[start:end], words of the sentence around them aside."""
    text, stretch = passage.text, passage.masked[start:end]
    lead = _LEAD.match(stretch)
    offset = lead.end() if lead else 0
    body = without(TRAIL, stretch[offset:])
    if invited := _INVITED.match(stretch):
        guest = organ_name(text, start + invited.end(), start + len(without(TRAIL, stretch)))
        return (guest,) if guest else ()
    counted = without(_COUNT, body)
    return (
        bare_names(text, start + offset, start + offset + len(counted))
        or bare_names(text, start, start + len(without(TRAIL, stretch)))
        or organ_names(text, start + offset, start + offset + len(body))
    )


def bare_list(passage: Passage, start: int, end: int) -> tuple[Mention, ...]:
    """The people who are all of text[start:end] but for how many they are."""
    stop = start + len(without(_COUNT, passage.masked[start:end]))
    return bare_names(passage.text, start, stop) or organ_names(passage.text, start, stop)


def relative(masked: str, trigger: re.Match[str]) -> bool:
    """同列席…会议的代表: the verb describes people who are met, nobody's own deed."""
    if trigger.lastgroup == "speak":
        return bool(_OF_A_LIST.match(masked, max(0, trigger.start() - 1)))
    if trigger.lastgroup not in ("attend", "observe"):
        return False
    if _WHILE_THERE.match(masked, trigger.start()) or _sent_elsewhere(masked, trigger.start()):
        return True
    met = _MEETS.search(masked, max(0, trigger.start() - _BESIDE), trigger.start())
    return bool(_OF_MEETING.match(masked, trigger.end()) or met or thanked(masked, trigger.start()))


def _sent_elsewhere(masked: str, at: int) -> bool:
    """大会选举产生委员27名，青禾区出席市工会代表大会代表15名: those elected will be at another meeting."""
    return bool(_DELEGATES.match(masked, at) and _ELECTED.search(masked, masked.rfind("。", 0, at) + 1, at))


_OF_A_LIST = re.compile(r"、(?:述职|发言|汇报|报告)的")  # …、述职的代表和…列席会议
_DELEGATES = re.compile(r"(?:出席|参加)[^，。；]{2,30}代表(?:[\d一二三四五六七八九十]+[名人位]|(?=[。；，]|$))")
_ELECTED = re.compile(r"选举|选出")
_WHILE_THERE = re.compile(r"(?:参加|出席|列席)[^，。；]{2,24}时的?(?:重要)?(?:讲话|指示|论述|要求)")
_AND = re.compile(r"、|以及")


def thanked(masked: str, at: int) -> bool:
    """Whether what stands before `at` is what thanks are for: 对林岚一行列席会议表示欢迎."""
    return any(
        thanks.start() < at < thanks.end() for thanks in _THANKS.finditer(masked, max(0, at - _NEAR), at + _NEAR)
    )


_THANKS = re.compile(r"[对向][^，。]{2,60}?表示(?:衷心|热烈|诚挚|亲切)?的?(?:欢迎|感谢|祝贺|慰问|谢意)")


def with_actors(passage: Passage, triggers: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], list[Mention]]]:
    """Each verb with those whom a 、 sets before it and behind the verb before: A作报告、B作说明."""
    yield triggers[0], []
    for last, trigger in pairwise(triggers):
        mark = _AND.search(passage.masked, last.end(), trigger.start())
        start = mark.end() if mark else trigger.start()
        named = [person for person in passage.between(start, trigger.start()) if person.left == start]
        yield trigger, named or list(bare_names(passage.text, start, trigger.start()))


def side_by_side(passage: Passage, people: Sequence[Mention]) -> list[Mention]:
    """The first of `people` with those whom only 、 or 和 parts from them: A、B、C结合工作，…作了发言."""
    together = list(people[:1])
    for person in people[1:]:
        if passage.masked[together[-1].right : person.left].strip("、，和及与") != "":
            break
        together.append(person)
    return together


def free(passage: Passage, people: Sequence[Mention], start: int) -> list[Mention]:
    """Those of `people` to whom nothing is done from `start` on: no verb that makes them its object, no thanks."""
    return [
        person
        for person in people
        if not thanked(passage.masked, person.left)
        and not passage.masked.startswith(("邀请", "之邀"), person.right)
        and passage.masked[max(start, person.left - 1) : person.left] not in ("对", "把", "将")
        and not signals.OBJECTS.search(passage.masked, max(start, person.left - _NEAR), person.left)
    ]
