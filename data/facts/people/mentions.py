"""Mentions: a name with its office, wherever a text delimits one clearly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.facts.people import names, offices


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a text: characters [start:end] are the name, [title_start:title_end] the office."""

    name: str
    start: int
    end: int
    title: str = ""
    title_start: int = -1
    title_end: int = -1
    rule: str = ""
    entry: str = ""

    @property
    def left(self) -> int:
        """Where the mention begins, office included."""
        return min(self.start, self.title_start) if self.title else self.start

    @property
    def right(self) -> int:
        """Where the mention ends, an office after the name included."""
        return max(self.end, self.title_end)


_GAP = re.compile(r"(?:[（(][^（）()，。、]{1,6}[)）])?[ 　]?@?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s)?(?:同志)?")
_BETWEEN = re.compile(
    r"[、](?:以及)?|[ 　]+|和|及|以及|与|，(?=[^，。]{2,4}、)|，(?=[\u4e00-\u9fff]{2,3}(?:[，、]|等\d))"
)
_LEARNED = re.compile(
    r"(?:院士|教授|研究员|博士|同志)(?=[、，和及])"
)  # behind a name: the office before the list stays
_LATIN_NOTE = re.compile(r"[（(][A-Za-z][A-Za-z .'’-]*[）)]")
_BRACKET_TITLE = re.compile(r"[（(]([^（）()]{2,20})[）)]")


def mentions(text: str) -> tuple[Mention, ...]:
    """The people that an office stands beside, in order, without overlaps."""
    found: list[Mention] = []
    floor = 0
    for head in offices.heads(text):
        if head.start() < floor:
            continue
        group = tuple(_after_office(text, head, floor)) or tuple(_before_office(text, head, floor))
        if group:
            found.extend(group)
            learned = _LEARNED.match(text, group[-1].right)
            floor = learned.end() if learned else group[-1].right
    return tuple(found)


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
    if names.surname_length(text, at) and end - at < _ORGAN:
        return False
    item = _ITEM.match(text, end)
    return item is not None and any(_name_in_slot(item[0], head.end(), head[0]) > 0 for head in offices.heads(item[0]))


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


def _before_office(text: str, head: re.Match[str], floor: int) -> Iterator[Mention]:
    """罗远山委员长主持: the name before, nothing else between it and a boundary."""
    if listed := _listed_before(text, head, floor):
        yield from listed
        return
    stop = offices.with_ranks(text, head.start())
    stop += len(text[stop : head.start()]) - len(text[stop : head.start()].lstrip("原前"))
    speaks = _SPEAKS.match(text, head.end())
    if (head[0] in offices.WEAK_HEADS and not speaks) or not names.ends_name(text, head.end()):
        return
    for start in _starts(text, stop, floor):
        if _is_name(text[start:stop]):
            title = text[stop : head.end()]
            yield Mention(text[start:stop], start, stop, title, stop, head.end(), "office-after-name", head[0])
            return


_SPEAKS = re.compile(r"[：:]\s*(?:建议|希望|认为|提出|表示|我)")  # 顾城委员：建议…


def _listed_before(text: str, head: re.Match[str], floor: int) -> tuple[Mention, ...]:
    """顾城、林岚、葛云委员: several bare names before one office, which is each one's."""
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


def _opens(text: str, start: int, floor: int, size: int) -> bool:
    """Whether a name can begin at `start`; one of the usual length also behind an organ: 财务处顾远山处长."""
    before = text[start - 1 : start]
    return (
        start == floor
        or not before
        or before in "，,。；;：:、（( 　由和了"
        or text.endswith("分别是", 0, start)
        or (size in _USUAL_NAME and (before in _ORGAN_CHARS or text.endswith("大学", 0, start)))
        or (size == _LONGER_NAME and before in _COMMITTEE_CHARS)
    )


_USUAL_NAME = (2, 3)  # characters
_LONGER_NAME = 3
_COMMITTEE_CHARS = frozenset("委会")
_NO_NAME_ENDS = offices.ORGAN_ENDS | frozenset("科股")
_ORGAN_CHARS = frozenset("局厅院所处室部科")


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
    for piece in _ITEMS.finditer(text, start, end):
        if found and _bare_name(piece[0], in_list=False):
            found.append(replace(found[-1], name=piece[0], start=piece.start(), end=piece.end()))
            continue
        person = organ_name(text, piece.start(), piece.end(), bool(found))
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
