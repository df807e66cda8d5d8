"""Whom of those that a question names it is about: whether they were there, who they were, what they said."""

import re
from collections.abc import Sequence
from functools import cache

from config import lexicon
from retrieval.question.characters import Held
from retrieval.question.frames import Asked
from retrieval.question.frames import frames as known_frames
from retrieval.question.people import Named
from retrieval.question.strangers import family
from retrieval.records import Kind

_JOINED = re.compile(r"\s*[和与、,，及]?\s*|\s*[(（]\s*|\s+and\s+")
_BESIDE = 4
"""Characters: 葛云是什么职务, 顾城当时啥职务."""
_WITH = re.compile("(?:会见|见|跟|同|与|陪|向|给)$")
_OF_PEOPLE: frozenset[Kind] = frozenset({"did_attend", "title_of"})


def subject_of(text: str, people: Sequence[Named], frames: Sequence[Asked]) -> tuple[str, ...]:
    """Who was it that is asked about: the person before the asking words, with those joined by 和 or 、."""
    asking = next((one for one in frames if one.frame.kind in _OF_PEOPLE), None)
    if asking is None or not people:
        return ()
    before = [one for one in people if one.end <= asking.start] or list(people)[:1]
    last = before[-1]
    beside = asking.start - last.end <= _BESIDE and not _WITH.search(text[: last.start])
    if asking.frame.kind == "title_of" and not beside:
        last = before[0]
    chosen = [last]
    for one in reversed(before[: before.index(last)]):
        if _JOINED.fullmatch(text[one.end : chosen[0].start]):
            chosen.insert(0, one)
    return tuple(dict.fromkeys(one.name for one in chosen))


def among_them(text: str, people: Sequence[Named]) -> tuple[Asked, ...]:
    """有某某吗, where 某某 is somebody whom reports record: whether they were among those who came."""
    there = next(one for one in known_frames() if one.kind == "did_attend" and not one.role)
    found = (one for one in people if text[: one.start].endswith("有") and _AMONG.match(text, one.end))
    return tuple(Asked(there, one.end, match.end()) for one in found if (match := _AMONG.match(text, one.end)))


_AMONG = re.compile("(?:这个人|同志)?(?:在)?(?:吗|么|没有|没|嘛)(?=[^一-龥]|$)")


def unknown_subject(text: str, people: Sequence[Named], frames: Sequence[Asked], held: Held) -> tuple[str, ...]:
    """A name that nobody is recorded under, right before the words that ask about a person, or alone at the end."""
    asking = next((one for one in frames if one.frame.kind in _OF_PEOPLE), None)
    if asking is None or asking.frame.measure:
        return ()
    before = _before().search(text[: asking.start])
    found = before or (_last().search(text[asking.end :]) if not people else None)
    if found is None or any(one.start < asking.start and one.end > found.start("name") for one in people if before):
        return ()
    name = found["name"]
    common = min(held(name[at : at + 2]) for at in range(len(name) - 1)) > _COMMON
    no_name = common or _BODY.search(name) or name in lexicon.words("question", "chatter.words")
    return () if no_name else (name,)


_BODY = re.compile("[省市县区镇乡厅局委部院校办]$")
"""What ends the name of a place or of a body: 卫健委, 红塔区."""
_COMMON = 40
"""Reports that hold each pair of a name: a word of that many is no name."""


@cache
def _before() -> re.Pattern[str]:
    office = "|".join(sorted(lexicon.words("question", "naming.offices"), key=len, reverse=True))
    return re.compile(
        rf"(?:^|[^㐀-鿿]|[会上次场那天日号的和跟与]|{office})(?P<name>{family()}(?!{office})(?![㐀-鿿]?[会次])[㐀-鿿]{{1,2}}?)"
        rf"(?:{office}|同志|先生|女士|老师|本人)?(?:那天|那次|当时|到底|究竟|也|都|还|有没有)?\s*$"
    )


@cache
def _last() -> re.Pattern[str]:
    return re.compile(rf"^[ ，,（(]+(?P<name>{family()}(?![㐀-鿿]?[谁啥哪么])[㐀-鿿]{{1,2}})[)）]?$")


def tellers(text: str, people: Sequence[Named], frames: Sequence[Asked]) -> tuple[str, ...]:
    """Who stands right before the asking words (某某在会上讲了啥, not 某某主持的会 谁…), or behind them."""
    asking = next((one for one in frames if one.frame.kind in _MATTERS), None)
    if asking is None:
        return ()
    told = [
        one for one in people if one.start >= asking.start or not _NAMES_MEETING.search(text[one.end : asking.start])
    ]
    return tuple(dict.fromkeys(one.name for one in told))


_MATTERS: frozenset[Kind] = frozenset({"what_agenda", "what_decided", "what_goals"})
_NAMES_MEETING = re.compile(
    r"(?:主持|召开|出席|参加)[了过的召]|[\s，,。；;]|那[所个家次场位边]|^(?!在).*会议?(?![上里中议].*|.*会)"
)
