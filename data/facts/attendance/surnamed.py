"""People called by surname and office: 查副校长讲话, where one of that surname in the report holds the office."""

import re
from collections.abc import Iterator, Set

from data.facts.people import Mention, names, offices

_OPENS = re.compile(r"(?:^|[。；;，,、：:“\s]|会上|最后|随后|接着|首先|其次|由|和|及|与)$")
_LONGEST_LEAD = 2  # characters of such a word
_OF_OTHERS = "副委总原前"  # before the end of an office they make another one of it
_DEPUTY = "副"


def by_surname(text: str, holders: Set[tuple[str, str]]) -> Iterator[Mention]:
    """The holder of every office that only a surname stands before; `holders` are offices with names."""
    for head in offices.heads(text):
        at = offices.with_ranks(text, head.start())
        if head[0] in offices.WEAK_HEADS or at == 0 or not names.ends_name(text, head.end()):
            continue
        office = text[at : head.end()]
        for size in (1, 2):
            start = at - size
            if start >= 0 and _OPENS.search(text, max(0, start - _LONGEST_LEAD), start):
                if name := _holder(text[start:at], office, holders):
                    yield Mention(name, start, head.end(), rule="surname-with-office", entry=office)
                break


def _holder(surname: str, office: str, holders: Set[tuple[str, str]]) -> str | None:
    """The only one of that surname who holds the office, or is its deputy: a deputy is called by it too."""
    titles = [(title, name) for title, name in holders if name.startswith(surname) and len(name) > len(surname)]
    for called in (office, _DEPUTY + office):
        held = {name for title, name in titles if any(_is(called, one) for one in title.split("、"))}
        if held:
            return held.pop() if len(held) == 1 else None
    return None


def _is(office: str, title: str) -> bool:
    before = title[: -len(office)]
    return title.endswith(office) and (office.startswith(_DEPUTY) or not before.endswith(tuple(_OF_OTHERS)))
