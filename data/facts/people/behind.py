"""Names with the office behind them: 顾城委员长, 顾城、林岚等市政协委员."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.people import names, offices
from data.facts.people.bare import bare_names
from data.facts.people.mention import Mention


def before_office(text: str, head: re.Match[str], floor: int) -> Iterator[Mention]:
    """罗远山委员长主持: the name before, nothing else between it and a boundary."""
    if listed := _listed_before(text, head, floor):
        yield from listed
        return
    stop = offices.with_ranks(text, head.start())
    stop += len(text[stop : head.start()]) - len(text[stop : head.start()].lstrip("原前"))
    speaks = (_SAYS if head[0] in _DEPUTIES else _SPEAKS).match(text, head.end()) or _SPEAKS.match(text, head.end())
    if (head[0] in offices.WEAK_HEADS and not speaks) or not names.ends_name(text, head.end()):
        return
    for start in _starts(text, stop, floor):
        if _is_name(text[start:stop]):
            title = text[stop : head.end()]
            yield Mention(text[start:stop], start, stop, title, stop, head.end(), "office-after-name", head[0])
            return


_SPEAKS = re.compile(
    r"[：:]\s*(?:建议|希望|认为|提出|表示|我)|因[公故事病][^，。]{0,6}?(?:未|不|请假|缺席|委托)"
    r"|从[^，。]{2,40}(?:方面|角度|层面)|以[^，。]{2,40}为题|(?:还|也|现场|重点|详细|首先|随后)*(?:分享|展示)了?"
)  # 顾城委员：建议…
_DEPUTIES = frozenset({"委员", "常委", "代表"})
_SAYS = re.compile(
    r"(?:还|也|则)?(?:建议|认为|指出|表示|提出|发言|说|代表[^，。]{2,16}(?:发言|提出|建议)|在[^，。]{0,8}发言"
    r"|因[公故事病][^，。]{0,6}?(?:未|不|请假|缺席|委托)|未能?(?:出席|到会|参加)|主持|强调|致辞|在会上(?:讲话|指出|强调|表示|作|介绍|汇报))"
)


def _listed_before(text: str, head: re.Match[str], floor: int) -> tuple[Mention, ...]:
    """顾城、林岚、葛云委员: several bare names before one office, which is each one's."""
    floor = max(floor, head.start() - _LONGEST_LIST)
    start = max([floor, *(text.rfind(mark, floor, head.start()) + 1 for mark in "，,。；;：:")])
    shared = head[0] in _SHARED or head[0] not in offices.WEAK_HEADS
    office, end = offices.with_ranks(text, head.start()), head.end()
    stop = office - text.endswith("等", start, office)
    others = text.rfind("等", start, stop)
    counted = _OTHERS.match(text, others) if others > start else None
    if counted and offices.title_start(text, head.start(), others + 1) <= counted.end():
        stop, office, end = others, counted.end(), _offices_on(text, end)  # 顾城、林岚等市政协常委和委员
    found = bare_names(text, start, stop) if shared and "、" in text[start:stop] else ()
    if len(found) == 1 or not all(names.surname_length(one.name, 0) for one in found):
        return ()
    return tuple(
        replace(
            one,
            title=text[office:end],
            title_start=office,
            title_end=end,
            rule="office-after-names",
            entry=head[0],
        )
        for one in found
    )


def _offices_on(text: str, end: int) -> int:
    """Where a list of offices that begins before `end` ends."""
    while (more := _OFFICE_TOO.match(text, end)) and offices.ENDS_IN_HEAD.search(more[0]):
        end = more.end()
    return end


_LONGEST_LIST = 600  # characters of names before one office
_OTHERS = re.compile(r"等(?:\d+[位名])?")
_OFFICE_TOO = re.compile(r"[、和及][^，。、和及]{0,12}?(?:委员|代表|专家|学者|理事|教授)(?!会)")
_SHARED = frozenset({"委员", "代表", "理事", "董事", "监事"})


def _is_name(text: str) -> bool:
    return names.whole_name(text) and not offices.holds_head(text) and text[-1] not in _NO_NAME_ENDS


def _starts(text: str, stop: int, floor: int) -> Iterator[int]:
    """Where a name that ends at `stop` can begin: after a boundary, two to four characters or one foreign name away."""
    for size in (3, 2, 4):
        start = stop - size
        if size == 4 and names.surname_length(text, max(start, 0)) < 2:
            continue
        if start >= floor and text[start] not in "和及与同部" and _opens(text, start, floor, size):
            yield start
    foreign = _FOREIGN_BEFORE.search(text, max(floor, stop - 24), stop)
    if foreign and foreign.start() < stop:
        yield foreign.start()


_FOREIGN_BEFORE = re.compile(r"[A-Z][A-Za-z .'’-]+$|[\u4e00-\u9fff]+·[\u4e00-\u9fff·]+$")


_LEADS_IN = re.compile("(?:(?:会议?|大会|仪式)上|最后|随后|首先|其次|接着|期间|结束时|开始时)$")
"""What a sentence may open with, right before the name: 最后顾城院长作总结."""
_LONGEST_LEAD = 4


def _opens(text: str, start: int, floor: int, size: int) -> bool:
    """Whether a name can begin at `start`; one of the usual length also behind an organ: 财务处顾远山处长."""
    before = text[start - 1 : start]
    return (
        start == floor
        or not before
        or before in "，,。；;：:、（( 　由和了"
        or text.endswith("分别是", 0, start)
        or _LEADS_IN.search(text, max(floor, start - _LONGEST_LEAD), start) is not None
        or (before == "的" and _COMES_FROM.search(text, floor, start) is not None)
        or (size in _USUAL_NAME and (before in _ORGAN_CHARS or text.endswith("大学", 0, start)))
        or (size == _LONGER_NAME and before in _COMMITTEE_CHARS)
    )


_COMES_FROM = re.compile(r"来自[^，。；、]{2,30}的$")  # 来自海洋研究所的顾远山代表说
_USUAL_NAME = (2, 3)  # characters
_LONGER_NAME = 3
_COMMITTEE_CHARS = frozenset("委会")
_NO_NAME_ENDS = offices.ORGAN_ENDS | frozenset("科股")
_ORGAN_CHARS = frozenset("局厅院所处室部科")
