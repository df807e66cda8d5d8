"""A list of people as minutes give it: names with offices before, after or in brackets, firms, handles, notes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from data.facts.attendance import entries, proxies, rows, signals
from data.facts.people import Mention, names, offices

_SEPARATED = re.compile(r"[^、，,；;/／|｜\n\t]+?(?=(?<=[\u4e00-\u9fff)）])@[\u4e00-\u9fff]|[、，,；;/／|｜\n\t]|$)")
_CONTACT = re.compile(r"<[^>]*>?|[A-Za-z0-9_.+-]{1,64}@[\w.-]{1,64}|https?://\S+")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]?|\[+@?[\w-]*\]+")
_ENUMERATED = re.compile(
    r"(?:^|(?<=[\s、，,；;：）)\u4e00-\u9fff]))(?:[（(]\d{1,2}[）)]|\d{1,2}[.、．)）])\s*(?=[\u4e00-\u9fff@A-Z])"
)
"""Numbers before those listed: 1、顾城 2、林岚."""
_STOP = re.compile(r"(?<=[\u4e00-\u9fff）)])\.(?=\s|$)")
_COUNTED = r"(?<=、)(?=[^：:、，,。；;\s\d—]{2,16}\d{1,3}[人名位][：:])"
_HEADED = re.compile(
    rf"(?:(?<=[\s；;。，,|])|(?<![^：:])|{_COUNTED})(?P<org>[^：:、，,。；;\s\d—|]{{2,16}})(?:\d{{1,3}}[人名位])?(?:[：:]|——)\s*(?=\S)"
)


_TELLS = re.compile(
    r"(?:出席|列席|参加|主持|缺席)了?(?:本次|此次)?(?:会议|大会)[，。]|委托[^，。]{2,20}代为(?:表决|出席|行使)"
)  # a sentence, no list
_NOBODY = re.compile(
    r"[A-Z]{2,4}|太平绅士|[-*•·>—]+"
)  # honours behind a name in Hong Kong (顾远先生, MH), marks of a list
_LONGEST = 2000  # characters of a line that is nothing but people


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list, where the name stands, and whether a note says they were away."""

    person: Mention
    away: bool = False


def is_list(text: str) -> bool:
    """Whether a whole line is little else than people."""
    if len(text) > _LONGEST or _TELLS.search(text):
        return False
    if rows.row(text, 0, len(text)):
        return True
    found = list(people(text, 0, len(text)))
    items = [item for item in stretches(text, 0, len(text)) if not _NOBODY.fullmatch(text[slice(*item)])]
    return bool(found) and len(found) * 2 > len(items) and len(text) < 40 * len(found)


Split = Callable[[str, int, int], Iterator[tuple[int, int]]]


def people(text: str, start: int, end: int, split: Split | None = None) -> Iterator[Entry]:
    """The people listed in text[start:end]; an office carries over to names after it, a last one to those before."""
    if person := rows.row(text, start, end):
        yield Entry(person)
        return
    at, office = start, None
    for heading in (*_headings(text, start, end), None):
        to = heading.start() if heading else end
        yield from _under(text, at, to, office, split or stretches)
        if heading:
            at = heading.end()
            office = Mention("", at, at, heading["org"], *heading.span("org"))


def _headings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The bodies over the names that follow: 副会长：…, or, body by body, 文学院，顾城、林岚；理学院，…."""
    bodies = [found for found in _BY_BODY.finditer(text, start, end) if offices.ends_in_organ(found["org"])]
    return iter(bodies) if len(bodies) > 1 else _HEADED.finditer(text, start, end)


_BY_BODY = re.compile(
    r"(?:(?<=[；;：:])|(?<=出席者：))\s*(?P<org>[\u4e00-\u9fff]{2,10})(?:[，,]|[ 　]+)\s*(?=[\u4e00-\u9fff])"
)


def _under(text: str, start: int, end: int, heading: Mention | None, split: Split) -> Iterator[Entry]:
    """The people under one heading of the list (副会长：…), which is the office or firm of those without their own."""
    bare: list[Entry] = []
    office = heading
    items = list(_whole_items(text, start, end, split))
    words = _vouched(text, items)
    for at, to in items:
        for person, away in words.get(at) or entries.parse(text, at, to):
            entry = Entry(person, away)
            if person.rule == "office-after-name":
                yield from (_with(one, person) for one in bare)
                bare, office = [], heading
                yield entry
            elif person.title:
                yield from bare
                leads = person.rule == "office-before-name" or (heading and _firm_first(person))
                bare, office = [], person if leads else office
                yield entry
            elif office is not None and (heading or text[max(0, at - 1)] == "、"):
                yield _with(entry, office)
            else:
                office = None
                bare.append(entry)
    yield from bare


def _firm_first(person: Mention) -> bool:
    """Whether a firm stands before the name, and so before those who follow: 监理单位：青峰监理 顾城、林岚."""
    return person.rule == "listed-firm" and person.title_start < person.start


def _vouched(text: str, items: list[tuple[int, int]]) -> dict[int, tuple[tuple[Mention, bool]]]:
    """The items that are words with a surname (文明, 高峰) as people, where enough items beside them are names."""
    words = [(at, to) for at, to in items if names.wordlike_name(text[at:to]) and not _says_group(text[at:to])]
    true = sum(names.whole_name(text[at:to]) for at, to in items) if words else 0
    if true < max(_LEAST_NAMES, len(words) + 1):
        return {}
    return {at: ((Mention(text[at:to], at, to, rule="listed"), False),) for at, to in words}


_LEAST_NAMES = 2  # that vouch for a word beside them


def _says_group(word: str) -> bool:
    return bool(signals.GROUP_END.search(word)) or offices.holds_head(word) or offices.ends_in_organ(word)


def _with(entry: Entry, office: Mention) -> Entry:
    if entry.person.title or entry.person.rule == proxies.STAND_IN:
        return entry
    span = {"title": office.title, "title_start": office.title_start, "title_end": office.title_end}
    return Entry(replace(entry.person, **span, rule="listed"), entry.away)  # type: ignore[arg-type]  # three known fields


_CALLED = re.compile(r"[\u4e00-\u9fff]老师")  # 顾老师 is somebody, not the office of who comes next


def _whole_items(text: str, start: int, end: int, split: Split) -> Iterator[tuple[int, int]]:
    """The items, an office without a name joined to the item after it: 村党支部书记、村委会主任罗远山."""
    begun: int | None = None
    for at, to in split(text, start, end):
        if (
            offices.ENDS_IN_HEAD.search(text[at:to])
            and text[to : to + 1] == "、"
            and not _CALLED.fullmatch(text, at, to)
            and not list(entries.parse(text, at, to))
        ):
            begun = at if begun is None else begun
            continue
        yield (at if begun is None else begun), to
        begun = None


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators; brackets keep their insides, blanks separate where every part can be a name."""
    for at, to in pieces(text, start, end):
        if entries.padded(text, at, to):
            yield at, to
            continue
        parts = list(_PART.finditer(_masked(text, at, to)))
        bare = [part[0].strip("※") for part in parts]
        if len(parts) > 1 and not entries.HANDLED.fullmatch(text, at, to) and _all_people(bare):
            yield from _with_brackets(at, parts, bare)
        elif len(parts) > _PAIR and _offices_between(bare):
            yield from _with_offices(at, parts, bare)
        else:
            yield at, to


def _with_brackets(at: int, parts: list[re.Match[str]], bare: list[str]) -> Iterator[tuple[int, int]]:
    """The parts, a bracket behind a blank with the one before it: @frog (顾城)."""
    for number, part in enumerate(parts):
        if bare[number] or not number:
            noted = number + 1 < len(parts) and not bare[number + 1]
            yield at + part.start(), at + parts[number + noted].end()


_PAIR = 2  # an office and a name


def _offices_between(parts: list[str]) -> bool:
    """Whether names stand side by side with offices or organs before some: 监事 楚云飞 秘书处 顾城 林岚."""
    people = [not _heads(part) for part in parts]
    named = all(entries.listable(part) for part, person in zip(parts, people, strict=True) if person)
    return named and people[-1] and all(one or after for one, after in pairwise(people))


def _heads(part: str) -> bool:
    return bool(offices.ENDS_IN_HEAD.search(part)) or (len(part) > _PAIR and offices.ends_in_organ(part))


def _with_offices(at: int, parts: list[re.Match[str]], bare: list[str]) -> Iterator[tuple[int, int]]:
    """Every name, with the office right before it."""
    for number, (part, name) in enumerate(zip(parts, bare, strict=True)):
        if not _heads(name):
            office = number and offices.ENDS_IN_HEAD.search(bare[number - 1])
            yield at + parts[number - bool(office)].start(), at + part.end()


def _all_people(parts: list[str]) -> bool:
    """Whether blanks divide people: every part can be one, or the parts are handles."""
    if any(part.startswith("@") for part in parts):
        return True
    if any(offices.ENDS_IN_HEAD.search(part) for part in parts):
        return False
    if len(parts) == _PAIR and len(parts[0]) >= _FIRM and not names.whole_name(parts[0]):
        return False
    others = [part for part in parts if not entries.listable(part)]
    wordlike = all(len(part) in _WORDLIKE and names.han(part) for part in others)
    surnamed = all(names.wordlike_name(part) for part in others)
    return wordlike and len(others) * (_SURNAMED if surnamed else _MANY) <= len(parts)


_PART = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)+|[^\s。]+")
_FIRM = 4  # characters of what stands before one name and is none itself
_WORDLIKE = (2, 3)  # characters of a name that looks like a word (米兰)
_MANY = 4  # people beside each such name
_SURNAMED = 2  # … that begins with a surname at least


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas and the like, in which a blank only sets a firm apart: 远帆 顾城."""
    for item in _SEPARATED.finditer(_masked(text, start, end)):
        parts = list(re.finditer(r"[^\s。]+", item[0]))
        if parts:
            yield start + item.start() + parts[0].start(), start + item.start() + parts[-1].end()


def _masked(text: str, start: int, end: int) -> str:
    masked = _CONTACT.sub(lambda match: " " * len(match[0]), text[start:end])
    if len(_ENUMERATED.findall(masked)) > 1:
        masked = _ENUMERATED.sub(lambda match: "、" * len(match[0]), masked)
    masked = _BRACKET.sub(lambda match: "※" * len(match[0]), masked)
    return _STOP.sub("、", masked)
