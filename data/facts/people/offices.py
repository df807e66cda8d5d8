"""Offices: where a title ends before a name, and how far to the left it reaches."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.people import names


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_HEADS = _any(lexicon.words("offices", "heads"))
_RANKS = _any(lexicon.words("offices", "ranks"))
_TAILS = _any(lexicon.words("offices", "tails"))
_HEAD = re.compile(rf"(?:{_HEADS})(?:{_TAILS})?")
_NOT_BEFORE = re.compile(_any(lexicon.words("offices", "not_before")))
_RANKED = re.compile(rf"(?:{_RANKS})+$")
_RANKED_HEAD = re.compile(rf"(?:{_RANKS})*(?:{_HEADS})")
ENDS_IN_HEAD = re.compile(rf"(?:{_HEADS})(?:{_TAILS})?$")
_CUTS = re.compile(_any(lexicon.words("offices", "cuts")) + "|了|(?<!党)的|(?<=[门位委府局会])向")
WEAK_HEADS = frozenset(lexicon.words("offices", "weak_heads"))
ORGAN_ENDS = frozenset(str(lexicon.table("offices")["organ_ends"]))
_WEAK = re.compile(_any(lexicon.words("offices", "weak_starts")))
_WHOLE = re.compile(_any(lexicon.words("offices", "weak_words")))
_JOINED = re.compile(_any(lexicon.words("offices", "joined_by_and")))
_WALL = frozenset("，,。；;：:？！?!》】]\n\t|")
_OF_ORGANS = re.compile(
    r"选举委员会|选举办|学习(?:教育|中心组|实践|委员会)|(?:学习|贯彻|落实)[^，。、]{0,16}(?:领导小组|工作组|专班|办公室)"
)  # a verb that is part of an organ's name
_BLANKS = frozenset(" 　")
_REACH = 80  # characters; no title is longer


def heads(text: str) -> Iterator[re.Match[str]]:
    """The heads of offices in `text`, the longest at each place; those that are parts of other words left out."""
    head = _HEAD.search(text)
    while head:
        if head[0] in WEAK_HEADS and (other := _over_end(text, head)):  # 物业主任 holds no 业主
            head = other
        whole = not _NOT_BEFORE.match(text, head.end())
        if whole:
            yield head
        head = _HEAD.search(text, head.end() if whole else head.start() + 1)


def _over_end(text: str, head: re.Match[str]) -> re.Match[str] | None:
    """The head that begins inside `head` and ends behind it."""
    other = _HEAD.search(text, head.start() + 1)
    return other if other and other.start() < head.end() < other.end() else None


def ends_in_organ(text: str) -> bool:
    """Whether `text` ends like an organ's name."""
    return text[-1:] in ORGAN_ENDS


def opens_with_word(text: str, at: int) -> bool:
    """Whether an organ's name begins at `at` that looks like a preposition or a surname: 经济和信息化局."""
    return bool(_WHOLE.match(text, at))


def with_ranks(text: str, head_start: int) -> int:
    """Where the head begins with the ranks before it: 常务|监事."""
    before = _RANKED.search(text, max(0, head_start - 8), head_start)
    return before.start() if before else head_start


def holds_head(text: str) -> bool:
    """Whether any head of an office stands in `text`."""
    return bool(_HEAD.search(text))


def without_heads(text: str) -> str:
    """`text` without the heads of offices in it, ranks included: 顾副主任远山 → 顾远山."""
    return _RANKED_HEAD.sub("", text)


def title_start(text: str, head_start: int, floor: int = 0) -> int:
    """Where the title that ends in the head at `head_start` begins, not before `floor`."""
    wall = _wall(text, head_start, floor)
    start = _piece_start(text, wall, head_start)
    while start > wall and text[start - 1] == "、":
        before = text.rfind("、", wall, start - 1) + 1 or wall
        if not ENDS_IN_HEAD.search(text, before, start - 1):
            break
        before = _piece_start(text, wall, start - 1)
        if before >= start - 1:
            break
        start = before
    return _over_comma(text, start, floor)


_LIST_OVER_COMMA = re.compile(
    rf"(?:^|(?<=[。；;，,：:\n]))(?!各|全体|部分|有关|相关|其他)(?P<title>[^，,。；;：:、\n了的由\d]{{4,24}}(?:、(?:{_RANKS}){{0,2}}(?:{_HEADS})){{1,3}})[，,]$"
)


def _over_comma(text: str, start: int, floor: int) -> int:
    """Where the title begins that goes on over a comma: X局党组书记、局长，Y领导小组组长|顾城."""
    if start - 1 < floor or text[start - 1] not in "，,":
        return start
    low = max(floor, start - _REACH)
    before = _LIST_OVER_COMMA.search(text[low:start])
    if before is None or not ENDS_IN_HEAD.search(before["title"].split("、")[0]):
        return start
    return low + before.start("title")


def _wall(text: str, at: int, floor: int) -> int:
    """The nearest place left of `at` over which no title reaches; brackets and quotes that close are skipped whole."""
    depth, place = 0, at
    low = max(floor, at - _REACH)
    while place > low:
        char = text[place - 1]
        if char in "）)”":
            depth += 1
        elif char in "（(“":
            if not depth:
                break
            depth -= 1
        elif char in _WALL or (char in _BLANKS and not _latin(text, place)):
            break
        place -= 1
    return place


def _latin(text: str, place: int) -> bool:
    """Whether the blank before `place` stands between Latin words."""
    return text[place : place + 1].isascii() and place >= 2 and text[place - 2].isascii()


def _piece_start(text: str, wall: int, end: int) -> int:
    start = text.rfind("、", wall, end) + 1 or wall
    for cut in _CUTS.finditer(text, start, end):
        if not _OF_ORGANS.match(text, cut.start()):
            start = cut.end()
    start = _after_digits(text, start, end)
    start = _after_and(text, start, end)
    own = _OWN.match(text, start, end)
    start = own.end() if own else start
    while (weak := _WEAK.match(text, start, end)) and not _WHOLE.match(text, start, end):
        place = _PLACE_WITH.match(text, weak.end(), end) if weak[0] == "在" else None
        start = place.end() if place else weak.end()
    return start


_OWN = re.compile(r"该(?:会|校|院|司|局|所|市|县|区|镇|乡|村|公司|协会|学会|商会)(?!员|议|务)")
"""Whose it is, said once more: 该会|会长顾城."""
_PLACE_WITH = re.compile(r"[^，。、同与]{1,14}?(?:以[^，。、]{2,6}方式)?[同与](?!志|济)")  # 在县会堂同|苇塘乡乡长
_DATE = re.compile(r".*?\d+日(?:至\d+日)?(?:上午|下午|晚上?|凌晨|夜间?)?|\s*\d{1,2}[.、．)）]\s*")


def _after_digits(text: str, start: int, end: int) -> int:
    date = _DATE.match(text, start, end)
    return date.end() if date else start


def _after_and(text: str, start: int, end: int) -> int:
    """After the last 和/及/与/同 that joins people rather than the parts of one organ's name."""
    for at in range(end - 1, start, -1):
        if (
            text[at] in "和及与同"
            and not _WHOLE.match(text, at, end)
            and not _JOINED.match(text, max(start, at - 4))
            and _joins(text, start, at)
        ):
            return at + 1
    return start


_COUNTED = re.compile(r"\d余?[人名位]$")  # 居民代表25人及|经理顾城


def _joins(text: str, start: int, at: int) -> bool:
    for covered in _JOINED.finditer(text, max(start, at - 8), at + 8):
        if covered.start() <= at < covered.end():
            return False
    before = text[max(start, at - 4) : at]
    return any(names.whole_name(before[-size:]) for size in (2, 3)) or bool(
        ENDS_IN_HEAD.search(before) or _COUNTED.search(before)
    )
