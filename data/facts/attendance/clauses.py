"""One clause of a sentence: the verbs of taking part in it, and the people whom it names."""

import re
from collections.abc import Iterator
from itertools import islice

from data.facts.attendance import collectives, signals
from data.facts.attendance.acting import act
from data.facts.attendance.reading import Reading
from data.facts.attendance.roster import Passage
from data.facts.attendance.subjects import bare_before, bare_list, free, relative, side_by_side
from data.facts.people import Mention, names, organ_names

_REPORTS = re.compile(
    r"(?:同志)?(?:[（(][^）)]*[）)])?(?:所?作的|所作|所?做的|所作|作了|作关于|关于|就|代表|受|对|汇报|的汇报)"
)
_DEEDS = 12  # verbs of one clause; no real clause has more


def read_clause(reading: Reading, start: int, end: int) -> bool:
    """Read one clause; False when the rest of the sentence is what somebody says."""
    masked = reading.passage.masked
    found = islice(signals.TRIGGER.finditer(masked, start, end), _DEEDS)
    inside = [(person.left, person.right) for person in reading.passage.between(start, end) if person.title]
    triggers = [
        match
        for match in found
        if not relative(masked, match)
        and not (
            (masked[match.end() : match.end() + 1] in _ORGAN or match[0] in signals.QUOTES)
            and any(at <= match.start() < to for at, to in inside)
        )
    ]
    own = _people_in(reading, start, end, triggers)
    reporting = signals.REPORTING.search(masked, start, end)
    before_it = reporting and any(trigger.start() < reporting.start() for trigger in triggers)
    if reporting and not before_it and not any(person.start < reporting.start() for person in own):
        reading.seen.extend(collectives.heard(reading.passage, reporting.end(), end))
        return _heard(reading, own or list(_reporter(reading.passage, reporting.end(), end)))
    if reporting:
        triggers = [trigger for trigger in triggers if trigger.start() < reporting.start()]
    if not triggers:
        reading.on_topic = (
            bool(reading.actors or reading.waiting)
            and not own
            and bool(reading.on_topic or _TOPIC.match(masked, start))
        )
        if not reading.on_topic:
            _wait(reading, own, start, end)
            reading.on_topic = bool(own and _TOPIC.match(masked, own[-1].right) and reading.actors)
        return True
    opened = _OPENED.search(masked, start, triggers[0].start())
    floor = opened.start() if opened else start  # 会议主持人：A（B因公出差: B alone was away
    before = [person for person in own if floor <= person.start < triggers[0].start()]
    return act(reading, before, triggers, start)


_ORGAN = frozenset("处科室司部局会组院所中站")  # 交流处处长 exchanges nothing
_TOPIC = re.compile(r"围绕|就|结合|聚焦|针对|紧扣")  # 顾城、林岚围绕…，…，作了发言
_OPENED = re.compile(r"[（(][^（）()]*$")


def _people_in(reading: Reading, start: int, end: int, triggers: list[re.Match[str]]) -> list[Mention]:
    own = list(reading.passage.between(start, end))
    if not triggers:
        return own
    before = [person for person in own if person.start < triggers[0].start()]
    if not any(person.title for person in before):
        bare = bare_before(reading.passage, start, triggers[0].start())
        if len(bare) > len(before) and {person.name for person in before} <= {person.name for person in bare}:
            own = [*bare, *own[len(before) :]]
    return own


def _heard(reading: Reading, own: list[Mention]) -> bool:
    for person in _reporters(reading.passage.masked, own):
        reading.see(person, "speak", person.right, "听取", "heard")
    reading.actors = ()
    reading.waiting.clear()
    return True


def _reporters(masked: str, own: list[Mention]) -> list[Mention]:
    """Those of `own` who reported: what was reported stands behind them, or behind the one they are listed before."""
    found: list[Mention] = []
    for person in reversed(own):
        after = found[-1] if found else person
        begins = after.left if after.left > person.right else after.start  # of the organ before, its name alone
        listed = found and masked[person.right : begins] in _LISTED
        if listed or _REPORTS.match(masked, person.right):
            found.append(person)
    return found[::-1]


_LISTED = ("、", "和", "及", "与", "以及")


def _reporter(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    """Who reported, named without an office: 听取了顾城同志所作的报告, 听取了财政局顾城、水利局林岚关于…的汇报."""
    if units := _BY_UNITS.match(passage.masked, start, end):
        yield from organ_names(passage.text, *units.span("who"))
    told_by = _BY.match(passage.masked, start, end)
    if told_by and names.whole_name(told_by["who"]):
        yield Mention(told_by["who"], *told_by.span("who"), rule="reporter")


_BY_UNITS = re.compile(r"(?:和审议|并审议)?了?(?P<who>[\u4e00-\u9fff、]{6,60}?)(?=关于|就|对|的)")
_BY = re.compile(r"(?:和审议|并审议|审议并通过|并通过)?了?(?P<who>[\u4e00-\u9fff]{2,3})(?:同志)?所?[作做]的")


def _wait(reading: Reading, own: list[Mention], start: int, end: int) -> None:
    """A clause without a verb of taking part: a list of people waits for one; a new subject replaces the old."""
    own = own or list(bare_list(reading.passage, start, end - 1))
    group = collectives.group_after(reading.passage, own, start, end - 1)
    acting = free(reading.passage, own, start)
    if group:
        reading.groups.append(group)
        reading.waiting.extend(acting)
        reading.actors = ()
    elif own and end - own[-1].right <= 3:
        reading.waiting.extend(acting)
        reading.actors = ()
    elif own:
        reading.actors = tuple(side_by_side(reading.passage, acting))
        reading.speaker = tuple(acting[:1])
        reading.waiting.clear()
    elif signals.MEETING_SUBJECT.match(reading.passage.masked, start, end):
        reading.actors = ()
