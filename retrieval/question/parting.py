"""A question about two meetings → the words that name each."""

import re
from dataclasses import replace

from retrieval.numerals import NUMERAL
from retrieval.records import Question

_TWO = re.compile("(?:两|这两)(?:个|次|场)会?议?|都(?:参加|出席|在|到|去|来)了?")
_JOINT = re.compile("[和跟与、及，,]|以及")
_MEETING = re.compile("(?:会议|大会|全会|例会|常务会|座谈会|会商会|调度会|会)")


def parts(text: str, *, compared: bool = False) -> tuple[str, str] | None:
    """The two stretches of `text` that each name a meeting, when it asks about both or compares; None otherwise."""
    counted = _two_counts(text)
    if counted:
        return counted
    if not (compared or _TWO.search(text)):
        return None
    dated = _two_days(text)
    if dated:
        return dated
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        asking = _TWO.search(right)
        named = right[: asking.start()] if asking else _DIFFER.split(right)[0]
        if _MEETING.search(left[-12:]) and _MEETING.search(named):
            return left, named
    return None


_DIFFER = re.compile("(?:有|是)?(?:什么|啥|哪些|没有?)?(?:不同|区别|变化|差别|差异|不一样|改变)|对比|比较")


def _two_counts(text: str) -> tuple[str, str] | None:
    """某委第一次和第二次会议: the body before names both, and so does the word behind."""
    found = _COUNTS.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()], _COUNTED.sub("", text[found.end() :])
    return f"{before}{found[1]}{behind}", f"{before}{found[2]}{behind}"


_COUNTS = re.compile(rf"(第{NUMERAL}[次届])(?:会议)?[和跟与、及](第{NUMERAL}[次届])")


def _two_days(text: str) -> tuple[str, str] | None:
    """某院4月1日和10月11日两次联席会: what stands around the two days names both meetings."""
    found = _DAYS.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()], _COUNTED.sub("", text[found.end() :])
    return f"{before}{found[1]}{behind}", f"{before}{found[2]}{behind}"


_COUNTED = re.compile("这?两(?:个|次|场)|都")
_ONE_DAY = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|份)?"
_DAYS = re.compile(rf"({_ONE_DAY})[和跟与、及]({_ONE_DAY})的?")


def halves(question: Question) -> tuple[Question, ...]:
    """The questions after each of two meetings, none about one; what only the first says of the body holds for both."""
    if not question.both:
        return ()
    first, second = question.both
    own = {count[-1] for count in second.counts}
    shared = frozenset(count for count in first.counts if count[-1] == "届" and count[-1] not in own)
    focus = second.focus if len(second.focus) >= _ENOUGH else f"{first.focus} {second.focus}"
    return first, replace(second, counts=second.counts | shared, focus=focus)


_ENOUGH = 5
"""Characters: fewer (会议, 常务会议) name no body."""
