"""Lines that give the result of an election: 选举结果：主任委员由顾城当选，监察委员：林岚."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.facts.people import is_person, names, offices
from data.records import Decision

_RESULT = re.compile(
    r"[\s*\-•]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?[\u4e00-\u9fff]{0,8}(?:选举|推选|改选|票选|补选|当选|点票|开票|计票)(?:结果|名单)(?:如下)?\s*[:：]\s*"
)
_ONE = re.compile(r"[^，,。；;]+")
_TOLD = re.compile(r"[^：:]{2,40}?(?:当选|担任|出任|为)[^：:]{0,20}")
_LISTED = re.compile(r"(?P<office>[\u4e00-\u9fff]{2,12}?)\s*[:：]\s*(?P<who>\S.{1,60})")
_TOGETHER = re.compile(r"[^。；]{2,300}?以上[^，。；]{0,4}人?(?:均|皆)?(?:获|告)?当选")
"""A list of names with their votes, all of whom were chosen: 顾城 139、林照 137，以上两人当选."""
_REACH = 400  # characters of a line


def read_chosen(page: Page) -> Iterator[Decision]:
    """Each office with who was chosen for it; nothing where the page is not kept line by line."""
    if page.minutes.loose is None:
        return
    for para, masked in enumerate(page.masked):
        result = _RESULT.match(masked[:_REACH])
        whole = _TOGETHER.match(masked, result.end()) if result else None
        if whole:
            yield decision("appointed", "选举", page.report.text(para), para, *whole.span(), "chosen")
            continue
        for one in _ONE.finditer(masked, result.end(), _REACH) if result else ():
            listed = _LISTED.fullmatch(one[0].strip())
            if _TOLD.fullmatch(one[0].strip()) or (listed and _fills(listed["office"], listed["who"])):
                text = page.report.text(para)
                yield decision("appointed", "选举", text, para, *_stripped(one), "chosen")


def _fills(office: str, who: str) -> bool:
    """Whether an office stands before somebody's name."""
    first = re.split("[、\\s]", who)[0]
    return offices.ENDS_IN_HEAD.search(office) is not None and (names.whole_name(first) or is_person(first))


def _stripped(one: re.Match[str]) -> tuple[int, int]:
    return one.start() + len(one[0]) - len(one[0].lstrip()), one.start() + len(one[0].rstrip())
