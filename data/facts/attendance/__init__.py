"""Who took part: several ways of reading, merged into one record a person."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from config import lexicon
from data.facts.attendance import headers, known, lines, narrative, proxies, rosters, speakers, tables
from data.facts.attendance.merge import ROSTER, merge
from data.facts.attendance.repeats import without_repeats
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.attendance.signals import any_of
from data.facts.people import names
from data.facts.world import EMPTY, World
from data.records import Attendance, Group, Meeting, Report

_RECEPTION = re.compile(any_of(lexicon.words("meeting", "meets")))

Reading = Callable[[Report], Iterator[Sighting | GroupSighting]]

READINGS: tuple[tuple[str, Reading], ...] = (
    ("headers", headers.read),
    ("tables", tables.read),
    ("rosters", rosters.read),
    ("proxies", proxies.read),
    ("speakers", speakers.read),
    ("narrative", narrative.read),
)


def find_attendance(
    report: Report, meeting: Meeting, readings: tuple[tuple[str, Reading], ...] = READINGS, world: World = EMPTY
) -> tuple[tuple[Attendance, ...], tuple[Group, ...]]:
    """People and collective attendees of the report's main meeting, each once, in order of first appearance.

    Whom no reading saw, `world` may vouch for.
    """
    if not meeting.is_meeting and not _RECEPTION.search(report.title):
        return (), ()
    told = without_repeats(report)
    seen = [sighting for _, reading in readings for sighting in reading(told)]
    return merge(_plausible(report, [*seen, *known.read(told, world, seen)]))


def _plausible(report: Report, seen: list[Sighting | GroupSighting]) -> Iterator[Sighting | GroupSighting]:
    """In minutes whose head lists people, a bare word in a sentence is no new person; absence is believed."""
    listed = {one.name for one in seen if isinstance(one, Sighting) and one.at.rule.startswith(_LISTS)}
    known = {one.name for one in seen if isinstance(one, Sighting)}
    complete = len(listed) >= _A_LIST and any(_came(one) for one in seen)
    for one in seen:
        if isinstance(one, GroupSighting) and one.at.rule.startswith("narrative") and _on_a_matter(report, one):
            continue
        if isinstance(one, Sighting) and one.title[:1] + one.name in known and one.title:
            continue  # 远山 as 顾理事长's own name, who is 顾远山
        if isinstance(one, Sighting) and one.role and one.name not in listed:
            called = next((name for name in listed if len(name) > 1 and name in one.title), None)
            if called and one.at.rule.startswith("narrative"):
                yield replace(one, name=called, title="", title_start=-1)
                continue  # 顾远山议员查询合|并后: it is the one listed who speaks
            if complete and _PRONOUN.search(one.name):
                continue  # 主席|裁定他可
        if isinstance(one, Sighting) and one.name[:1] in _TOWARDS and one.name[1:] in known:
            continue  # 负责人向顾远山递交了责任书
        if isinstance(one, Sighting) and (whole := _within(one.name, listed)):
            yield replace(one, name=whole, title="", title_start=-1)
            continue
        bare = isinstance(one, Sighting) and one.at.rule in _BARE and one.role not in ("absent", "chair")
        if not complete or not bare or one.name in listed:  # type: ignore[union-attr]  # bare ones are people
            yield one


def _on_a_matter(report: Report, one: GroupSighting) -> bool:
    """Whether the words stand in the title of a matter or what explains it: 案由：推派代表参加联盟案."""
    return _MATTER.match(report.text(one.at.span.para)) is not None


_MATTER = re.compile(
    r"[\s*#-]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?"
    r"(?:案\s*由|议题|提案|动议|议案|说\s*明|办\s*法|第[一二三四五六七八九十\d]{1,3}案)[一二三四五六七八九十\d]{0,3}\s*\**\s*[：:、.]"
)


def _came(one: Sighting | GroupSighting) -> bool:
    """Whether a list of the head says that somebody came."""
    return isinstance(one, Sighting) and one.role == "attend" and one.at.rule.startswith(_LISTS)


def _within(name: str, listed: set[str]) -> str | None:
    """The listed name behind a word that was read with it: 总务顾远山."""
    tails = (name[at:] for at in (2, 3) if len(name) - at > 1 and names.han(name) and not names.whole_name(name))
    return next((tail for tail in tails if tail in listed), None)


_PRONOUN = re.compile("[他她它其]")
_LISTS = ("header/", ROSTER)
_TOWARDS = "向同和与对跟为给由"
_A_LIST = 3
_BARE = frozenset({"narrative/bare-names", f"narrative/{known.RULE}"})


def is_minutes(report: Report) -> bool:
    """Whether the report is kept as minutes: a head or a table that lists people, or a talk of named speakers."""
    if any(line.role is not None for line in lines.labelled(report)):
        return True
    return any(True for read in (rosters.read, speakers.read) for _ in read(report))
