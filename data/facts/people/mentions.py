"""Mentions: a name with its office, wherever a text delimits one clearly."""

import re
from collections.abc import Iterator

from data.facts.people import names, offices
from data.facts.people.behind import before_office
from data.facts.people.mention import Mention

_GAP = re.compile(r"(?:[（(][^（）()，。、]{1,6}[)）])?[ 　]?@?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s)?(?:同志)?")
_BETWEEN = re.compile(
    r"[、](?:以及)?|[ 　]+|和|及|以及|与|，(?=[^，。]{2,4}、)|，(?=[\u4e00-\u9fff]{2,3}(?:[，、]|等\d))"
)
_LEARNED = re.compile(
    r"(?:院士|教授|研究员|博士|同志)(?=[、，和及])"
)  # behind a name: the office before the list stays
_LATIN_NOTE = re.compile(r"[（(][A-Za-z][A-Za-z .'’-]*[）)]")


def mentions(text: str) -> tuple[Mention, ...]:
    """The people that an office stands beside, in order, without overlaps."""
    found: list[Mention] = []
    floor = 0
    for head in offices.heads(text):
        if head.start() < floor:
            continue
        group = tuple(_after_office(text, head, floor)) or tuple(before_office(text, head, floor))
        if group:
            found.extend(group)
            learned = _LEARNED.match(text, group[-1].right)
            floor = learned.end() if learned else group[-1].right
    return tuple(found)


def is_person(text: str) -> bool:
    """Whether `text` is one person's name and nothing else, with an office or without."""
    told = mentions(text)
    return names.whole_name(text) or (len(told) == 1 and told[0].right - told[0].left == len(text))


def _after_office(text: str, head: re.Match[str], floor: int) -> Iterator[Mention]:
    gap = _GAP.match(text, head.end())
    at = gap.end() if gap else head.end()
    end = _name_in_slot(text, at, head[0])
    if end < 0:
        return
    start = offices.title_start(text, head.start(), floor)
    title = text[start : head.end()]
    while end > 0:
        yield Mention(text[at:end], at, end, title, start, head.end(), "office-before-name", head[0])
        at, end = _next_in_list(text, end)


def _name_in_slot(text: str, at: int, head: str) -> int:
    """The end of the name right after an office; a loose name only where a list or a verb closes it clearly."""
    if at >= len(text) or text[at] == "和":
        return -1
    end = names.name_end(text, at)
    if text[at] == "暨" and end > 0 and names.titled(text, end):
        return -1
    if end < 0 and head not in offices.WEAK_HEADS:
        end = names.wordlike_end(text, at)
    if end > 0:
        return -1 if offices.holds_head(text[at:end]) else end
    end = _loose_end(text, at)
    return -1 if head in offices.WEAK_HEADS and not names.sounded(text[at:end]) else end


def _loose_end(text: str, at: int) -> int:
    if names.ends_name(text, at) or names.is_word(text, at):
        return -1
    end = names.loose_end(text, at)
    name = text[at:end]
    fits = end > 0 and not names.holds_word(name) and not offices.holds_head(name) and not offices.ends_in_organ(name)
    return end if fits and not (text[end : end + 1] in "（(" and not _LATIN_NOTE.match(text, end)) else -1


def _next_in_list(text: str, end: int) -> tuple[int, int]:
    note = _LATIN_NOTE.match(text, end) or _LEARNED.match(text, end)
    between = _BETWEEN.match(text, note.end() if note else end)
    if not between:
        return -1, -1
    at = between.end()
    if offices.opens_with_word(text, at):
        return -1, -1
    following = names.name_end(text, at)
    if following < 0 and between[0] == "、":
        following = _loose_in_list(text, at)
    if following > 0 and (_heads_on(text, at, following) or _own_office(text, following)):
        return -1, -1
    if following > 0 and (offices.holds_head(text[at:following]) or text[following - 1] in offices.ORGAN_ENDS):
        return -1, -1
    return at, following


def _own_office(text: str, end: int) -> bool:
    """Whether the item of the list has its office behind the name: 、顾城书记."""
    return names.titled(text, end) > 0 and not _LEARNED.match(text, end) and _LIST_MARK.match(text, end + 1) is None


_LIST_MARK = re.compile(r"[、，]")


def _heads_on(text: str, at: int, end: int) -> bool:
    """Whether the item of the list is an organ whose head and name come only now: 设计单位|代表屠呦."""
    if names.is_word(text, at) and _OF_TWO.match(text, end):
        return True
    if names.surname_length(text, at) and end - at < _ORGAN:
        return False
    item = _ITEM.match(text, end)
    return item is not None and any(_name_in_slot(item[0], head.end(), head[0]) > 0 for head in offices.heads(item[0]))


_OF_TWO = re.compile(r"和[^、，。]{2,10}(?:委员会|领导小组|办公室|中心)")  # 、文史|和学习委员会主任: one organ
_ORGAN = 4  # characters; a shorter word with a surname is rather a name
_ITEM = re.compile(r"[^、，,。；;]{0,24}")
_LIST_END = re.compile(r"[、，,。；;（(]|$|等|分别|先后|主持|出席|列席|参加|发言|作|任|当|为|在|和")


def _loose_in_list(text: str, at: int) -> int:
    """An item of a list may be a name that looks like a word (阳光), or one without a Chinese surname (敖日其楞)."""
    if names.surname_length(text, at):
        for end in range(at + 2, min(at + 3, len(text)) + 1):
            if _LIST_END.match(text, end) and names.han(text[at:end]) and not offices.holds_head(text[at:end]):
                return end
    return _loose_end(text, at)
