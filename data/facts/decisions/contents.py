"""What the content of a motion that passed says of offices and days: 聘任顾城为经理, 定于9月12日召开股东会."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.records import Decision

_CONTENT = re.compile(r"[\s\d.、．)）]*(?:本|该|上述)?(?:议案|提案)(?:的)?(?:主要)?内容(?:概述)?[:：]")
_PASSED = re.compile(r"审议(?:并)?(?:一致|表决|全票)?通过")
_CHOOSES = re.compile(
    r"(?:^|[，。；、：:]|同意|决定|拟|继续)(?P<verb>聘任|续聘|选举|补选|推选|任命|委任|免去|解聘)(?P<object>[^，。；]{2,30}(?:为|担任)[^，。；《]{2,30}|[^，。；《]{2,20}职务)"
)
_SETS = re.compile(
    r"(?P<verb>定于|订于|拟于|决定于)(?P<object>\d{4}年\d{1,2}月\d{1,2}日[^，。；]{0,12}召开[^，。；]{4,40})"
)
_UP = 3  # lines above in which the motion stands
_REACH = 400  # characters of a line


def read_contents(page: Page) -> Iterator[Decision]:
    """Who takes an office and when another meeting is held, by the content of a motion that passed."""
    for para, masked in enumerate(page.masked):
        content = _CONTENT.match(masked)
        if content is None or not any(map(_PASSED.search, page.masked[max(0, para - _UP) : para])):
            continue
        text = page.report.text(para)
        for found in _CHOOSES.finditer(masked, content.end() - 1, _REACH):
            yield decision("appointed", found["verb"], text, para, *found.span("object"), "content")
        for found in _SETS.finditer(masked, content.end(), _REACH):
            yield decision("decided", found["verb"], text, para, *found.span("object"), "content")
