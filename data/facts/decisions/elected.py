"""Who was elected, and who left office: X当选Y, X不再担任Y."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.page import Page
from data.facts.people import names
from data.records import Decision

_ELECTED = re.compile(
    r"(?:(?!祝贺)[^，]{2,120}(?<!刚刚)(?<!新(?=当选[^为]))(?<!首次)(?<!再次)当选为?(?!证书|者|后|名单|第[^届]*、[^届]*届)[^的]{2,30}|[^，]{2,60}不再担任[^的]{2,40}|[^，的]{2,20}(?:被(?:聘任|推选|推举|选举|选|增补|聘)|获(?:推选|推举|选|聘|委任))为[^，的]{2,30})$"
)


_LEAVES = ("不再担任", "不再兼任")
_FOR = re.compile(r"[^，]{2,}因[^，]{2,12}(?:原因|变动|调动|需要|调整|年龄|退休)$")
_TO_OFFICE = ("当选", "不再担任", "聘任", "委任", "推选", "推举", "增补", "选", "聘")
_NAMED = re.compile(r"(?:先生|女士|同志)?当选")
_LONG = 12  # characters before a name


def read_elected(page: Page) -> Iterator[Decision]:
    """X当选Y, X不再担任Y: the clause is the object."""
    for sentence in page.sentences:
        masked, text = page.masked[sentence.para], page.report.text(sentence.para)
        for before, clause in zip((None, *sentence.clauses), sentence.clauses, strict=False):
            start = before.start if before and clause.text.startswith(_LEAVES) and _FOR.search(before.text) else None
            words_ = clause.text if start is None else masked[start : clause.end]
            if clause.head is None and _ELECTED.match(words_.replace("，", "、")):
                verb = next(word for word in _TO_OFFICE if word in words_)
                begin = start or clause.start + _described(words_)
                yield decision("appointed", verb, text, sentence.para, begin, clause.end, "elected")


def _described(words_: str) -> int:
    """Where the one who is elected is named, behind a long description (第一位环球航海的女水手顾帆当选…)."""
    elected = _NAMED.search(words_)
    end = elected.start() if elected else 0
    for start in (end - 3, end - 2):
        if start >= _LONG and names.whole_name(words_[start:end]):
            return 0 if words_[start - 1] in "、和及" else start
    return 0
