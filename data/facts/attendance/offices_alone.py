"""Speakers called by their office alone: 区长强调, where one person of the report holds that office."""

import re
from collections.abc import Iterator, Set

from config import lexicon
from data.facts.patterns import any_of
from data.facts.people import Mention, offices

_SAYS = any_of((*lexicon.words("attendance", "quotes"), "讲话", "总结", "作了讲话", "主持会议"))
_ALONE = re.compile(
    r"(?:^|(?<=[。；\n]))(?:会上|最后|随后)?[，,]?(?P<office>[\u4e00-\u9fff]{2,10}?)(?:最后|在会上|在讲话中|在总结时)?"
    rf"(?={_SAYS})"
)
_OTHERS = "副委总原前"  # before the end of an office they make another one of it


def by_office(text: str, holders: Set[tuple[str, str]]) -> Iterator[Mention]:
    """The holder of every office that a sentence opens with; `holders` are offices with names."""
    for alone in _ALONE.finditer(text):
        office = alone["office"]
        if offices.ENDS_IN_HEAD.search(office) and office not in offices.WEAK_HEADS:
            held = {name for title, name in holders if _is(office, title)}
            if len(held) == 1:
                yield Mention(held.pop(), *alone.span("office"), rule="office-alone", entry=office)


def _is(office: str, title: str) -> bool:
    """Whether `title` is that office or ends in it after the body's name: 书记 in 区委书记, not in 副书记."""
    before = title[: -len(office)]
    return title.endswith(office) and not before.endswith(tuple(_OTHERS))
