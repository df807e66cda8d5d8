"""The members of a group told in a bracket behind it: 业委会委员3人（顾城、林岚）."""

import re
from collections.abc import Iterator

from data.facts.attendance import signals
from data.facts.people import Mention, names, offices

_ITEMS = re.compile(r"[^、，,；;/／\s]+")
_OF_MANY = re.compile(r"(?P<title>[^（()）]{2,24}?)(?:共|等|计)?(?:\d+[人名位])?\s*")
_NO_OFFICE = ("全体", "全部", "各", "部分", "有关", "相关", "所有")


def told(text: str, at: int, bracket: re.Match[str]) -> Iterator[Mention]:
    """The members of a group told in a bracket behind it, with the office that it gives them: 委员3人（顾城、林岚）."""
    group = _OF_MANY.fullmatch(text, at, bracket.start())
    items = list(_ITEMS.finditer(text, *bracket.span("note")))
    if group is None or len(items) <= 1 or not all(names.whole_name(item[0]) for item in items):
        return
    if not (signals.GROUP_END.search(group["title"]) or offices.ENDS_IN_HEAD.search(group["title"])):
        return
    named = offices.ENDS_IN_HEAD.search(group["title"]) and not group["title"].startswith(_NO_OFFICE)
    title, start, end = (group["title"], *group.span("title")) if named else ("", -1, -1)
    for item in items:
        yield Mention(item[0], *item.span(), title, start, end, "listed")
