"""Lists of names without offices, and of names with only their organ before them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.people import names, offices
from data.facts.people.mention import Mention

_PIECES = re.compile(r"以及|[、，,]|[和及与](?![、，,]|$)|(?<![A-Za-z.])[ 　]+|[ 　]+(?![A-Z])")


_NOTE_END = re.compile(r"(?<=.)[（(][^（）()]{1,20}[）)]$")


def bare_names(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """All of text[start:end] as a list of names without offices, else nothing; few may be words (文明)."""
    found: list[Mention] = []
    words = 0
    at = start
    for separator in (*_separators(text, start, end), None):
        to = separator.start() if separator else end
        note = _NOTE_END.search(text, at, to)
        to = note.start() if note else to
        piece = text[at:to]
        if piece:
            if not _bare_name(piece, bool(found)):
                if not names.wordlike_name(piece) or offices.ends_in_organ(piece):
                    return ()
                words += 1
            found.append(Mention(piece, at, to, rule="bare-names"))
        at = separator.end() if separator else end
    vouched = not words or sum(names.whole_name(one.name) for one in found) >= max(_LEAST_NAMES, words + 1)
    vouched = vouched and not all(one.name.endswith(_FORCES) for one in found)
    return tuple(found) if vouched else ()


def _separators(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The marks and words between pieces; a 和 inside an item that is a name by itself is none (罗和平)."""
    for separator in _PIECES.finditer(text, start, end):
        if separator[0] in "和及与" and separator.start() > start:
            item = _ITEM_AROUND.search(text, max(start, separator.start() - 2), separator.start())
            behind = _ITEM.match(text, separator.end(), end)
            whole = text[item.start() : behind.end()] if item and behind else ""
            if len(whole) == _LONGER_NAME and names.whole_name(whole):
                continue
        yield separator


_ITEM_AROUND = re.compile(r"[^、，,\s]+$")
_LEAST_NAMES = 2  # that vouch for a word beside them


def _bare_name(piece: str, in_list: bool) -> bool:
    """Without an office a name is short and ends like one (伊方, 欧盟国家 are none); a list vouches for more."""
    if names.foreign_end(piece, 0) == len(piece):
        return True
    usual = len(piece) - names.surname_length(piece, 0) <= _USUAL_GIVEN and piece[-1] not in (
        _SIDES if len(piece) < _LONGER_NAME else _WORD_ENDS
    )
    if names.whole_name(piece) and usual and not offices.holds_head(piece):
        return True
    return (
        in_list
        and (names.loose_name(piece) or names.whole_name(piece))
        and not names.runs_on(piece)
        and not offices.holds_head(piece)
        and not names.holds_word(piece)
    )


def organ_names(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """All of text[start:end] as a list of people with only their organ before them (市水利局王强、供电公司李丽).

    Names without one are of the organ before: 县工作专班王强、李丽.
    """
    found: list[Mention] = []
    for at, to in _items(text, start, end):
        if found and _bare_name(text[at:to], in_list=False):
            found.append(replace(found[-1], name=text[at:to], start=at, end=to))
            continue
        person = organ_name(text, at, to, bool(found))
        if person is None:
            return ()
        found.append(person)
    return tuple(found) if len(found) > 1 else ()


def organ_name(text: str, start: int, end: int, in_list: bool = False) -> Mention | None:
    """text[start:end] as an organ and a name; a list vouches for names without a Chinese surname."""
    for size in _SIZES:
        at = end - size
        name = text[at:end]
        if (
            at - start < _SHORTEST_ORGAN
            or not _ORGAN_TAIL.search(text, start, at)
            or not _HAN.fullmatch(text, start, at)
        ):
            continue
        named = names.whole_name(name) or (in_list and names.loose_name(name) and not names.holds_word(name))
        if named and not offices.holds_head(name) and not offices.ends_in_organ(name):
            return Mention(name, at, end, text[start:at], start, at, "organ-before-name")
    return None


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items between 、; where the last of one organ is joined to the first of the next (林岚和物业处王强), two."""
    for item in _ITEMS.finditer(text, start, end):
        at, to = item.span()
        joined = next((mark for mark in _AND.finditer(text, at, to) if names.whole_name(text[at : mark.start()])), None)
        if joined and organ_name(text, joined.end(), to):
            yield at, joined.start()
            at = joined.end()
        yield at, to


_AND = re.compile("以及|[和及与]")
_ORGAN_TAIL = re.compile(
    rf"(?:[{''.join(sorted(offices.ORGAN_ENDS))}]|公司|中心|银行|大学|专班|街道|科|分场|车间|班组|分厂|工区|项目部|总支)$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{3,16}")
_ITEMS = re.compile(r"[^、]+")
_SIZES = (3, 2, 4, 5)  # characters of a name, the usual length first
_SHORTEST_ORGAN = 3
_USUAL_GIVEN = 2
_SIDES = frozenset("方盟党国在就也等")
_WORD_ENDS = frozenset("盟在就也等")
_FORCES = "军"  # 陆军、海军 are none, 孙军、林岚 are two
_LONGER_NAME = 3
_ITEM = re.compile(r"[^、，,。；;]{0,24}")
