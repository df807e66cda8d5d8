"""Which of the candidate names is the main meeting's: the title's, in the fullest form that the opening gives it."""

import re
from collections.abc import Iterable

from data.facts.meeting.name import Name
from data.records import TITLE

_OF_A_SITE = re.compile(
    r"(?<=[\u4e00-\u9fff])[_|｜]|[_|｜](?=[\u4e00-\u9fff])|[【】`]|(?:分类|标签|栏目|位置)[:：]|[\u4e00-\u9fff]网[-—–]|\s[>＞»]\s"
)  # a column or an advertisement is no part of a name
_LOOSELY = re.compile(r"20\d\d年度?|换届(?:选举)?")  # what a title says where the name in full has a number
_SAME = 0.7  # share of the title's characters, in order, in the fuller name
_LONGEST = 48  # characters


def choose(candidates: Iterable[Name]) -> Name | None:
    """The first candidate, or the opening's fuller form of it; bare words like 会议 only for want of better."""
    found = [name for name in candidates if len(name.text) <= _LONGEST and not _OF_A_SITE.search(name.text)]
    telling = [name for name in found if len(name.text) > _BARE]
    if not telling:
        return found[0] if found else None
    first = telling[0]
    if first.rule == "record":
        return next((name for name in telling[1:] if _heads_the_paper(name, first)), first)
    if first.para != TITLE:
        return first
    fuller = [name for name in telling[1:] if name.para != TITLE and _same(first.text, name.text)]
    return max([*fuller[:1], first], key=lambda name: len(name.text))


def _heads_the_paper(name: Name, short: Name) -> bool:
    """Whether the head of the paper itself gives in full what a title before it says shortly."""
    fuller = len(name.text) >= _FULLER * len(short.text) and _same(short.text, name.text)
    return fuller and name.para > short.para and name.rule == "record"


_FULLER = 1.3  # times the length of the short form
_BARE = 3


def _same(short: str, long: str) -> bool:
    short = _LOOSELY.sub("", short) or short
    row = [0] * (len(long) + 1)
    for x in short:
        previous = 0
        for j, y in enumerate(long, 1):
            previous, row[j] = row[j], previous + 1 if x == y else max(row[j], row[j - 1])
    return row[-1] >= _SAME * len(short)
