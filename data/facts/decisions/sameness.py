"""Whether two records are about one matter."""

import re
import unicodedata

from data.records import OUTCOMES, TITLE, Decision

FORWARD = re.compile(r"(?:提请|提交)|(?:将|把).{0,200}(?:提请|提交|报请|报)")
"""What sends a matter on to another body."""
_STATUS = re.compile(
    r"[（(][^（）()]*(?:草案|稿|试行|修订|修正)[^（）()]*[)）]|[（(]\d{4}年?[^（）()\d]{1,3}\d{4}年[）)]"
)
_DROP = re.compile(r"^关于|(?:情况)?(?:的)?(?:情况)?(?:汇报|报告|说明)$")
_MAKER = re.compile(r"^[^《]{1,12}(?=关于)")
_WITH = re.compile(r"[和及](?!关于)[^、，]{0,8}(?:审查|审议|调研|调查|检查)[^、，]{0,6}(?:报告|汇报|意见)$")
_LEAST_TITLE = 0.6  # the same where one of them is only a headline
_LEAST = 0.75  # share of the longer text that a contained one must make up to be the same matter


def same(a: Decision, x: str, b: Decision, y: str) -> bool:
    """Whether `a` with core `x` and `b` with core `y` are about one matter."""
    if a.at.span == b.at.span or _inside(a, b):
        return True
    if not x or not y:
        return False
    if x == y and _told_of(a, b):
        return False
    if x == y or (len(x) == len(y) and sorted(x) == sorted(y)):
        return True
    if _forwards(a, x, y) or _forwards(b, y, x):
        return True
    short, long = sorted((x, y), key=len)
    if a.kind != b.kind and a.kind not in OUTCOMES and b.kind not in OUTCOMES:
        return False
    least = _LEAST_TITLE if a.at.span.para == TITLE or b.at.span.para == TITLE else _LEAST
    if len(short) < least * len(long) or short not in long:
        return False
    return x.endswith(("决议", "决定")) == y.endswith(("决议", "决定"))


def _told_of(a: Decision, b: Decision) -> bool:
    """Whether the meeting studied a matter and, as a paragraph below says, heard a report on it: both are told."""
    headline = TITLE in (a.at.span.para, b.at.span.para)
    return {a.kind, b.kind} == {"studied", "heard"} and "关于" in a.object + b.object and not headline


def _forwards(record: Decision, named: str, matter: str) -> bool:
    """Whether the record sends that very matter on (将《…》提请…审议)."""
    return record.kind == "decided" and FORWARD.match(record.object) is not None and matter in named


def _inside(a: Decision, b: Decision) -> bool:
    """Whether one is told as a whole what the other names in parts."""
    if {a.at.rule, b.at.rule} != {"spoken", "formal"} or a.at.span.para != b.at.span.para or a.kind != b.kind:
        return False
    return max(a.at.span.start, b.at.span.start) < min(a.at.span.end, b.at.span.end)


def core(matter: str) -> str:
    """The words that name the matter, without marks, status in brackets, and 关于…的汇报 around them."""
    bare = _STATUS.sub("", matter)
    bare = "".join(char for char in bare if unicodedata.category(char)[0] not in "PSZC")
    return _DROP.sub("", _WITH.sub("", _MAKER.sub("", bare))).replace("的", "").replace("全体会议", "全会")


def pairs(matter: str) -> set[str]:
    """The pairs of neighbouring characters of the words that name the matter."""
    named = core(matter)
    return {named[at : at + 2] for at in range(len(named) - 1)}
