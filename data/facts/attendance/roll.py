"""A list of people as minutes give it: names with offices before, after or in brackets, firms, handles, notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.facts.attendance import signals
from data.facts.people import Mention, mentions, names, offices

_ITEM = re.compile(r"[^、，,；;/／\n\t]+")
_CONTACT = re.compile(r"<[^>]*>|\[+[^\]]*\]|[\w.+-]+@[\w.-]+|@\w[\w-]*|https?://\S+")
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]?")
_AWAY = re.compile(r"请假|缺席|出差|因[公病事故]|外出|未(?:能)?(?:参加|出席|到)|休假|出国")
_COUNT = re.compile(r"(?:共?(?:约|近)?\d+余?(?:人|名|位)?)$")
_HANDLE = re.compile(r"[A-Za-z][\w.-]{2,30}")
_FIRM = re.compile(r"^(?P<a>[^-－—–_ ]{2,20})\s*[-－—–_]\s*(?P<b>[^-－—–_ ]{2,20})$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list, where the name stands, and whether a note says they were away."""

    person: Mention
    away: bool = False


def people(text: str, start: int, end: int) -> Iterator[Entry]:
    """The people listed in text[start:end]; an office carries over to the bare names after it, one at the end to those before."""
    bare: list[Entry] = []
    office: Mention | None = None
    for at, to in stretches(text, start, end):
        for entry in _entries(text, at, to):
            person = entry.person
            if person.rule == "office-before-name":
                yield from bare
                bare, office = [], person
                yield entry
            elif person.rule == "office-after-name":
                yield from (_with(one, person) for one in bare)
                bare = []
                yield entry
            elif office is not None and text[at - 1] == "、" and not person.title:
                yield _with(entry, office)
            else:
                office = None
                bare.append(entry)
    yield from bare


def _with(entry: Entry, office: Mention) -> Entry:
    person = entry.person
    if person.title:
        return entry
    return Entry(
        Mention(person.name, person.start, person.end, office.title, office.title_start, office.title_end, "listed"),
        entry.away,
    )


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators; brackets keep their insides, blanks separate where every part can be a name."""
    masked = _CONTACT.sub(lambda match: " " * len(match[0]), text[start:end])
    masked = _BRACKET.sub(lambda match: "※" * len(match[0]), masked)
    for item in _ITEM.finditer(masked):
        parts = list(re.finditer(r"\S+", item[0]))
        if len(parts) > 1 and all(_listable(part[0].strip("※")) for part in parts):
            yield from ((start + item.start() + part.start(), start + item.start() + part.end()) for part in parts)
        elif parts:
            yield start + item.start() + parts[0].start(), start + item.start() + parts[-1].end()


def _listable(part: str) -> bool:
    return names.whole_name(part) or bool(mentions(part)) or names.loose_name(part)


def _entries(text: str, at: int, to: int) -> Iterator[Entry]:
    brackets = list(_BRACKET.finditer(text, at, to))
    stop = brackets[0].start() if brackets else to
    for bracket in brackets:
        yield from _bracketed(text, bracket)
    note = brackets[0][1].strip() if brackets else ""
    away = bool(_AWAY.search(note)) and not mentions(note)
    found = [person for person in mentions(text[at:stop])]
    if found:
        yield from (Entry(_shift(person, at), away) for person in found)
    elif (person := _single(text, at, stop)) is not None:
        yield Entry(_noted(person, note, brackets), away)


def _shift(person: Mention, by: int) -> Mention:
    return Mention(
        person.name,
        person.start + by,
        person.end + by,
        person.title,
        person.title_start + by,
        person.title_end + by,
        person.rule,
        person.entry,
    )


def _bracketed(text: str, bracket: re.Match[str]) -> Iterator[Entry]:
    """（彭成寒、石勇请假）; （董事长慕容雪因公出差，…）: people named inside a note who were away."""
    away = _AWAY.search(bracket[1])
    if not away:
        return
    for item in _ITEM.finditer(text, bracket.start(1), bracket.start(1) + away.start()):
        found = mentions(item[0])
        person = _shift(found[0], item.start()) if found else _single(text, item.start(), item.end())
        if person is not None:
            yield Entry(person, away=True)


def _single(text: str, at: int, to: int) -> Mention | None:
    """A bare name, a handle, or a name joined to a firm by a dash."""
    while at < to and text[at] in " 　*-":
        at += 1
    while to > at and text[to - 1] in " 　*。.":
        to -= 1
    item = text[at:to]
    closed = re.sub(r"(?<=[\u4e00-\u9fff])[ 　]+(?=[\u4e00-\u9fff])", "", item)
    if (
        names.whole_name(closed)
        or (names.loose_name(closed) and not signals.GROUP_END.search(closed))
        or _HANDLE.fullmatch(item)
    ):
        return Mention(closed, at, to, rule="listed")
    firm = _FIRM.match(item)
    if firm:
        name, other = (
            ("b", "a")
            if names.whole_name(firm["b"]) and not names.whole_name(firm["a"]) or len(firm["a"]) < 2
            else ("a", "b")
        )
        if names.whole_name(firm[name]):
            return Mention(
                firm[name],
                at + firm.start(name),
                at + firm.end(name),
                firm[other],
                at + firm.start(other),
                at + firm.end(other),
                "listed-firm",
            )
    return None


def _noted(person: Mention, note: str, brackets: list[re.Match[str]]) -> Mention:
    """The bracket after a name as their office or firm, when it is one."""
    if person.title or not note or _AWAY.search(note) or note.isascii() and " " in note:
        return person
    start = brackets[0].start(1) + brackets[0][1].index(note)
    return Mention(person.name, person.start, person.end, note, start, start + len(note), "listed-note")
