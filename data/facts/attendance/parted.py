"""A list of collective attendees → those that stand alone (处室负责人、各学院书记); what shares a head is one."""

import re
from collections.abc import Iterator

from data.facts.attendance import signals

_PARTED = re.compile(
    r"(?:(?<=负责人)|(?<=责同志)|(?<=代表)|(?<=成员))(?:、|和|及|以及)(?=各|部分|全体|有关|相关|[市县区省州]直|其他)"
    r"|(?:(?<=负责人)|(?<=责同志))(?:和|及|以及)(?=\d+[名位])"
)


def parts(text: str, at: int, to: int) -> Iterator[tuple[int, int]]:
    """The groups in text[at:to], in order: two at the head of the second, three or more that each end as one does."""
    items = _items(text, at, to)
    several = len(items) > _PAIR
    if several and _COUNTED.search(text[at:to]):  # a number of all of them
        yield at, to
        return
    if several and all(_stands(text[left:right]) for left, right in items):
        yield from items
        return
    parted = _PARTED.search(text, at, to)
    if parted and not _LISTED.search(text, at, parted.start()) and not _PARTED.search(text, parted.end(), to):
        yield at, parted.start()
        at = parted.end()
    yield at, to


def _items(text: str, at: int, to: int) -> list[tuple[int, int]]:
    """What stands between the marks of text[at:to]; the last mark may be 和, 及 or 以及 behind a group."""
    items, start = [], at
    for mark in _MARK.finditer(text, at, to):
        items.append((start, mark.start()))
        start = mark.end()
    return [*items, (start, to)]


def _stands(item: str) -> bool:
    """Whether an item says by itself who they are: it ends as a group does, with words before that head."""
    return len(item) >= _WHOLE and signals.GROUP_END.search(item) is not None and not item.endswith(_HEADLESS)


_MARK = re.compile(r"、(?![^（()）]*[）)])|(?<=[人志表员部领导任记长])(?:以及|和|及)(?=[\u4e00-\u9fff]{5})")
_HEADLESS = ("单位", "机构", "部门")  # whose people are told behind the last of them
_COUNTED = re.compile(r"\d+余?[人名位]$")
_PAIR = 2
_WHOLE = 5  # characters of a group that needs no other beside it
_LISTED = re.compile(r"(?:院长|书记|主任|局长|部长|成员|负责人|干部|代表|领导|同志|人员)[、和及]")
