"""Sightings → one record a person: roles together, the most telling title, every place kept as evidence."""

import re
from collections.abc import Iterable

from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.attendance.signals import ORDER
from data.facts.people import names, offices
from data.records import Attendance, Group, Span

OF_ALL = "header/office-of-all"
"""The rule of a header whose office is the label's, and so everybody's: 出席委员：."""
DEED = "narrative/deed"
"""The rule of what only somebody who is there does: it adds no role to those of other sightings."""
ROSTER = "table/roster"
"""The rule of a row whose column says which cell is the office."""
_VAGUE = ("领导", "领导人")


def merge(sightings: Iterable[Sighting | GroupSighting]) -> tuple[tuple[Attendance, ...], tuple[Group, ...]]:
    """One record a name, in order of first sighting; groups once per text and role."""
    people: dict[str, list[Sighting]] = {}
    groups: dict[tuple[str, str], Group] = {}
    for sighting in sightings:
        if isinstance(sighting, GroupSighting) and _is_none(sighting.text):
            continue
        if isinstance(sighting, GroupSighting):
            groups.setdefault((sighting.text, sighting.role), Group(sighting.text, sighting.role, sighting.at))
        else:
            people.setdefault(sighting.name, []).append(sighting)
    present = [(name, seen) for name, seen in people.items() if any(sighting.role for sighting in seen)]
    return tuple(_person(name, seen) for name, seen in present), tuple(groups.values())


def _is_none(group: str) -> bool:
    """Whether words that end like a group are none: what is left of a time or a count, an item, one person."""
    return _NO_GROUP.match(group) is not None or (
        group.endswith("同学") and names.whole_name(group.removesuffix("同学"))
    )


_NO_GROUP = re.compile(r"\d+(?=合计|主席|主任|会长|[:：/])|[（(][一二三四五六七八九十\d]{1,2}[）)]|[^，。]{0,8}人数\d")


def _person(name: str, seen: list[Sighting]) -> Attendance:
    acting = [sighting for sighting in seen if sighting.role]
    acting = [sighting for sighting in acting if sighting.at.rule != DEED] or acting
    named = _best_title(acting, seen)
    roles = {sighting.role for sighting in acting}
    if "absent" in roles:
        roles = {"absent"}
    para = named.title_para if named.title_para >= 0 else named.at.span.para
    place = Span(para, named.title_start, named.title_start + len(named.title)) if named.title else None
    return Attendance(
        name=name,
        title=named.title,
        roles=tuple(role for role in ORDER if role in roles),
        at=acting[0].at,
        title_at=place,
        also_at=tuple(sighting.at for sighting in acting[1:]),
    )


def _best_title(acting: list[Sighting], seen: list[Sighting]) -> Sighting:
    """The first office beside a deed, else beside the name anywhere; a firm or 县领导 only for want of better."""
    titled = [sighting for sighting in (*acting, *seen) if sighting.title]
    telling = [sighting for sighting in titled if not sighting.title.endswith(_VAGUE)]
    offices_ = [sighting for sighting in telling if offices.ENDS_IN_HEAD.search(sighting.title)]
    own = [sighting for sighting in offices_ if sighting.at.rule != OF_ALL]
    tabled = [sighting for sighting in titled if sighting.at.rule == ROSTER]
    best = (tabled or own or offices_ or telling or titled or acting)[0]
    return next((one for one in own if _completes(one.title, best)), best)


def _completes(title: str, best: Sighting) -> bool:
    """Whether `title` says whose office it is that the best one leaves open."""
    if best.at.rule.endswith("office-after-name"):  # 顾城书记
        return _says_more(title, best.title)
    opens = best.title.startswith(_WHOSE_IS_ABOVE) and best.title not in _WHOSE_IS_ABOVE
    return opens and title != best.title and title.endswith(best.title)


_WHOSE_IS_ABOVE = ("党组成员", "党委委员")  # X局党组书记A，党组成员、副局长B


def _says_more(title: str, short: str) -> bool:
    """Whether `title` is the office that `short` only ends in: 党委书记 says whose 书记 she is."""
    return len(short) <= _BARE_OFFICE < len(title) and title.endswith(short) and title[-len(short) - 1] not in "副、"


_BARE_OFFICE = 3  # characters: 书记, 董事长
