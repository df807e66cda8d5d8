"""Whom other reports introduced: a known name, or a name behind a known office, where no other reading saw anybody."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from data.facts.attendance import lines
from data.facts.attendance.narrative import told
from data.facts.attendance.roster import passage, with_more
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.people import Mention, names
from data.facts.world import World
from data.records import TITLE, Evidence, Report, Span

RULE = "of-the-world"
_PLACE = re.compile(r"[^，,。；;：:、（(\s由和与及]+")
_LONGEST = 12  # characters of a name or an office that the world knows
_GOES_ON = re.compile(r"时|和[、，。；]")
_LIST_ENDS = "、，,；;。 　\n"


def read(report: Report, world: World, seen: list[Sighting | GroupSighting]) -> Iterator[Sighting]:
    """Those in a role whose names `seen` gives no role; an office only as it is written beside the name."""
    if not world.openings:
        return
    there = {one.name for one in seen if isinstance(one, Sighting) and one.role}
    found = {
        para: new
        for para in (*range(len(report.paragraphs)), TITLE)
        if (new := [person for person in _known(report.text(para), world) if person.name not in there])
    }
    if not found:
        return
    passages = tuple(with_more(passage(para, report.text(para)), people) for para, people in found.items())
    for one in told(passages):
        if isinstance(one, Sighting) and one.at.rule.endswith(RULE):
            yield one
    yield from _listed(report, found)


def _known(text: str, world: World) -> Iterator[Mention]:
    """The known people who begin where a name may."""
    for place in _PLACE.finditer(text):
        at = place.start()
        if text[at : at + 2] in world.openings:
            person = _person(text, at, world) or _behind_office(text, at, world)
            if person is not None:
                yield person


def _person(text: str, at: int, world: World) -> Mention | None:
    for end in range(min(at + _LONGEST, len(text)), at + 1, -1):
        if world.knows(text[at:end]) and _ends(text, at, end):
            return Mention(text[at:end], at, end, rule=RULE)
    return None


def _ends(text: str, at: int, end: int) -> bool:
    """Whether the name ends there and not, by the look of it, later: 王安|和 is part of 王安和、."""
    seen = names.name_end(text, at)
    return names.ends_name(text, end) and (seen < 0 or seen == end) and not _GOES_ON.match(text, end)


def _behind_office(text: str, at: int, world: World) -> Mention | None:
    for stop in range(min(at + _LONGEST, len(text)), at + 1, -1):
        if text[at:stop] in world.offices:
            known = _person(text, stop, world)
            end = known.end if known else names.name_end(text, stop)
            return Mention(text[stop:end], stop, end, text[at:stop], at, stop, RULE, text[at:stop]) if end > 0 else None
    return None


def _listed(report: Report, found: dict[int, list[Mention]]) -> Iterator[Sighting]:
    """Whole items of the lists that minutes begin with."""
    for line in lines.labelled(report):
        people = found.get(line.para, [])
        first, last = (bisect_left(people, place, key=_left) for place in (line.start, line.end))
        for person in people[first:last]:
            if line.role and report.text(line.para)[person.right : person.right + 1] in _LIST_ENDS:
                at = Evidence(Span(line.para, person.left, person.right), f"header/{RULE}", line.label)
                yield Sighting(person.name, line.role, at, person.title, person.title_start)


_left = attrgetter("left")
