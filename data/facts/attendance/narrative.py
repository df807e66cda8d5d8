"""Sentences that tell who did what: X主持会议,Y、Z出席,W作汇报."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from data.facts.attendance import collectives, deeds, signals
from data.facts.attendance.listings import LISTING, list_end, listed
from data.facts.attendance.roster import Passage, passages
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.attendance.subjects import bare_before, bare_list, free, relative, side_by_side, with_actors
from data.facts.people import Mention, names, offices
from data.facts.sentences import Stretch, sentences
from data.records import TITLE, Evidence, Report, Role, Span

_CLAUSE = re.compile(r"[^，,：:]*[，,：:]?")
_PRONOUN = re.compile(r"(?:[^，,]{0,6}[，,])?[他她]")
_REPORTS = re.compile(
    r"(?:同志)?(?:[（(][^）)]*[）)])?(?:所?作的|所作|所?做的|所作|作了|作关于|关于|就|代表|受|对|汇报|的汇报)"
)


_BREAK = re.compile(r"[。；]")


_OPENING = 24  # characters of a sentence that can set it aside
_DEEDS = 12  # verbs of one clause; no real clause has more


@dataclass(slots=True)
class _Reading:
    """What is known while reading a paragraph: who acts, and who waits for a verb."""

    passage: Passage
    actors: tuple[Mention, ...] = ()
    speaker: tuple[Mention, ...] = ()
    waiting: list[Mention] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)
    seen: list[Sighting | GroupSighting] = field(default_factory=list)
    chairing: bool = False
    on_topic: bool = False
    unsaid: bool = False
    """Whether the list read last goes on behind a semicolon."""


def read(report: Report) -> Iterator[Sighting | GroupSighting]:
    """Everyone whom the paragraphs' and the title's sentences show in a role."""
    return told(passages(report))


def told(read_passages: tuple[Passage, ...]) -> Iterator[Sighting | GroupSighting]:
    """As `read`, of passages whose people are found already."""
    seen = [sighting for passage in read_passages for sighting in _read_passage(passage)]
    afar = _afar(read_passages, seen)
    for passage in read_passages:
        yield from _introductions(passage)
        yield from collectives.counted(passage)
        yield from deeds.done(passage)
    yield from (one for one in seen if isinstance(one, GroupSighting) or one.name not in afar)


def _afar(read_passages: tuple[Passage, ...], seen: list[Sighting | GroupSighting]) -> frozenset[str]:
    """Those whose instructions or letters are reported and who are seen in no other role than being quoted."""
    wrote = {
        person.name
        for passage in read_passages
        for remote in signals.REMOTE.finditer(passage.masked)
        for person in passage.people
        if person.right <= remote.start() and not _BREAK.search(passage.masked, person.right, remote.start())
    }
    there = {one.name for one in seen if isinstance(one, Sighting) and one.at.entry not in signals.QUOTES}
    return frozenset(wrote - there)


def _introductions(passage: Passage) -> Iterator[Sighting]:
    for person in passage.people:
        if person.title:
            at = Evidence(Span(passage.para, person.left, person.right), f"introduced/{person.rule}", person.entry)
            yield Sighting(person.name, None, at, person.title, person.title_start)


def _read_passage(passage: Passage) -> list[Sighting | GroupSighting]:
    if not passage.people and not signals.TRIGGER.search(passage.masked):
        return []
    reading = _Reading(passage)
    quoted = passage.para != TITLE and bool(_QUOTING.match(passage.masked))
    apart = False
    for sentence in _sentences(passage):
        aside = signals.ASIDES.search(passage.masked, sentence.start, min(sentence.end, sentence.start + _OPENING))
        if aside and not _CONTINUED.search(passage.masked, aside.end(), sentence.end):
            apart = True
        if apart and _AT_BOTH.search(passage.masked, sentence.start, sentence.end):
            apart = False
        if apart:
            continue
        if not (quoted and sentence.start and _tells_of_others(passage, sentence)):
            _read_sentence(reading, sentence)
    return reading.seen


_CONTINUED = re.compile(r"续会|我[市县区州][^，]{0,4}立即召开")  # 会议结束后，我市召开续会: here it begins
_AT_BOTH = re.compile(r"(?:出席|参加)了?(?:上述|以上)(?:活动|会议)")  # what was told aside, and the meeting
_QUOTING = re.compile(r"[^，。]{0,12}?(?:指出|强调|认为|要求|表示)[，,：:]")
_LED_IN = 6  # characters of a first clause that only leads in: 会上，


def _tells_of_others(passage: Passage, sentence: Stretch) -> bool:
    """In a paragraph of reported words, a sentence that does not open with the person speaks of others' meetings."""
    first = _CLAUSE.match(passage.masked, sentence.start, sentence.end)
    end = first.end() if first else sentence.end
    return end - sentence.start > _LED_IN and not passage.between(sentence.start, end) and end < sentence.end


def _sentences(passage: Passage) -> tuple[Stretch, ...]:
    if passage.para != TITLE:
        return sentences(passage.text)
    return tuple(Stretch(match[0], match.start()) for match in re.finditer(r"[^ 　]+", passage.text))


def _read_sentence(reading: _Reading, sentence: Stretch) -> None:
    if not reading.unsaid:
        reading.waiting.clear()
        reading.groups.clear()
    reading.unsaid = False
    reading.on_topic = False
    same = _PRONOUN.match(sentence.text) or _goes_on_saying(reading.passage.masked, sentence)
    reading.actors = reading.speaker if same else ()
    listings = list(LISTING.finditer(reading.passage.masked, sentence.start, sentence.end))
    start = sentence.start
    for listing, after in zip(listings, [*listings[1:], None], strict=True) if listings else ():
        start = list_end(reading.passage.masked, listing, after.start() if after else sentence.end)
        role: Role = "observe" if listing["verb"] == "列席" else "attend"
        for person in listed(reading.passage.text, listing, start):
            _see(reading, person, role, person.right, listing["verb"], "narrative-list")
        for at, to in collectives.listed(reading.passage, listing.end(), start):
            reading.seen.extend(collectives.sightings(reading.passage, at, to, role, listing["verb"]))
    for clause in _CLAUSE.finditer(reading.passage.masked, start, sentence.end):
        if clause[0] and not _read_clause(reading, clause.start(), clause.end()):
            break
    reading.unsaid = sentence.text.endswith(("；", ";")) and not signals.TRIGGER.search(
        reading.passage.masked, sentence.start, sentence.end
    )


def _goes_on_saying(masked: str, sentence: Stretch) -> bool:
    """Whether a verb of saying opens what stands behind a semicolon: 顾城肯定了成绩；认为…."""
    return masked[max(0, sentence.start - 1) : sentence.start] in ("；", ";") and sentence.text.startswith(_SAYS)


_SAYS = tuple(signals.QUOTES)


def _read_clause(reading: _Reading, start: int, end: int) -> bool:
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
    return _act(reading, before, triggers, start)


_LIST_ENDS = re.compile(r"、[^，。、]{2,12}?等(?:\d+余?[人名位])?[^，。、]{0,8}(?:分别|先后|依次)?$")
_ORGAN = frozenset("处科室司部局会组院所中站")  # 交流处处长 exchanges nothing
_TOPIC = re.compile(r"围绕|就|结合|聚焦|针对|紧扣")  # 顾城、林岚围绕…，…，作了发言
_OPENED = re.compile(r"[（(][^（）()]*$")


def _people_in(reading: _Reading, start: int, end: int, triggers: list[re.Match[str]]) -> list[Mention]:
    own = list(reading.passage.between(start, end))
    if not triggers:
        return own
    before = [person for person in own if person.start < triggers[0].start()]
    if not any(person.title for person in before):
        bare = bare_before(reading.passage, start, triggers[0].start())
        if len(bare) > len(before) and {person.name for person in before} <= {person.name for person in bare}:
            own = [*bare, *own[len(before) :]]
    return own


def _heard(reading: _Reading, own: list[Mention]) -> bool:
    for person in own:
        if _REPORTS.match(reading.passage.masked, person.right):
            _see(reading, person, "speak", person.right, "听取", "heard")
    reading.actors = ()
    reading.waiting.clear()
    return True


def _reporter(passage: Passage, start: int, end: int) -> Iterator[Mention]:
    """Who reported, named without an office: 听取了顾城同志所作的报告."""
    told_by = _BY.match(passage.masked, start, end)
    if told_by and names.whole_name(told_by["who"]):
        yield Mention(told_by["who"], *told_by.span("who"), rule="reporter")


_BY = re.compile(r"(?:和审议|并审议|审议并通过|并通过)?了?(?P<who>[\u4e00-\u9fff]{2,3})(?:同志)?所?[作做]的")


def _wait(reading: _Reading, own: list[Mention], start: int, end: int) -> None:
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


def _act(reading: _Reading, before: list[Mention], triggers: list[re.Match[str]], start: int) -> bool:
    before = _with_shared(reading.passage.text, before)
    actors = _actors(reading, before, triggers[0], start)
    group = collectives.group_after(reading.passage, before, start, triggers[0].start())
    if group is None and not before and triggers[0].lastgroup in ("attend", "observe"):
        group = collectives.organs_before(reading.passage, start, triggers[0].start())
    if group:
        actors = [*reading.waiting, *before]
    for trigger, others in with_actors(reading.passage, triggers):
        actors = (actors and others) or actors  # of nobody, the next ones are no actors either
        role: Role = trigger.lastgroup  # type: ignore[assignment]  # the pattern's groups are the roles
        reading.chairing = role == "chair"
        for person in actors:
            _see(reading, person, role, trigger.end(), trigger[0], "narrative")
        if role in ("attend", "observe", "speak"):
            for at, to in [*reading.groups, *([group] if group else [])]:
                reading.seen.extend(collectives.sightings(reading.passage, at, to, role, trigger[0]))
    if actors:
        reading.actors = tuple(actors)
        reading.speaker = tuple(actors) if len(actors) == 1 else reading.speaker
        reading.waiting.clear()
    elif group:
        reading.actors = ()
    reading.groups.clear()
    return not any(
        trigger[0] in signals.QUOTES and not _TABLED.match(reading.passage.masked, trigger.end())
        for trigger in triggers
    )


_TABLED = re.compile(r"了[^，。]{0,60}(?:议案|提案|名单|人选|议程)(?=[，。；])")  # 提出了…的议案: nothing is said by it


def _actors(reading: _Reading, before: list[Mention], trigger: re.Match[str], start: int) -> list[Mention]:
    masked = reading.passage.masked
    if before:
        return [*reading.waiting, *free(reading.passage, before, start)]
    if not _leads_on(reading, trigger, start):
        return list(reading.waiting) if _LIST_ENDS.search(masked, start, trigger.start()) else []
    if reading.waiting:
        return list(reading.waiting)
    if trigger[0].startswith("进行") and "了" not in trigger[0] and reading.chairing:
        return []  # 顾城主持召开会议，就防汛工作进行部署: the meeting does
    goes_on = (
        trigger[0] in signals.QUOTES
        or trigger.start() > start
        or trigger[0].startswith(("作", "做", "致"))
        or masked.startswith("了", trigger.end())
    )
    return list(reading.actors) if goes_on else []


def _leads_on(reading: _Reading, trigger: re.Match[str], start: int) -> bool:
    """Whether the words before a verb go on about whoever acted before: adverbs, a place, what was spoken about."""
    masked, at = reading.passage.masked, trigger.start()
    if signals.ADVERBS.fullmatch(masked, start, at):
        return True
    if trigger.lastgroup == "chair":
        return bool(_WHERE.fullmatch(masked, start, at))
    if trigger.lastgroup != "speak":
        return False
    done = (trigger[0].startswith(_TOLD) and "了" in trigger[0]) or trigger[0] in ("提出", "要求")
    return reading.on_topic or bool(
        _HOW_SAID.fullmatch(masked, start, at) or (done and _ABOUT.fullmatch(masked, start, at))
    )


def _with_shared(text: str, actors: list[Mention]) -> list[Mention]:
    """The actors, those without an office with the one that follows them all: 顾城、林岚两位市人大代表."""
    shared = _SHARED.match(text, actors[-1].right) if actors else None
    if shared is None or not offices.ENDS_IN_HEAD.search(shared["title"]):
        return actors
    at, to = shared.span("title")
    return [one if one.title else replace(one, title=shared["title"], title_start=at, title_end=to) for one in actors]


_SHARED = re.compile(
    r"(?:等\d*[位名]?|[\d两二三四五六七八九十]+[位名])(?:在家的?|其他)?(?P<title>[^，。、]{2,12}?)"
    r"(?=先后|分别|向|发言|出席|参加|列席|应邀|到会|到场|参会|莅临|同|与(?!会)|和|及|以及|、|在|也|还|作|围绕|提出|结合|就)"
)
_WHERE = re.compile(r"[在到][^，。]{2,24}")
_ABOUT = re.compile(r"(?:并|还|也)?对[^，。]{2,40}")
_TOLD = ("作", "做", "进行")  # 对防汛工作进行了部署
_HOW_SAID = re.compile(
    r"(?:先后|分别|依次|逐一|还|并|也|代表[^，。]{2,30}|围绕[^，。]{2,40}|结合[^，。]{2,40}|针对[^，。]{2,40}|紧扣[^，。]{2,30}|聚焦[^，。]{2,30}|就[^，。]{2,40})+"
)


def _see(reading: _Reading, person: Mention, role: Role, to: int, entry: str, rule: str) -> None:
    end = to if to > person.start else person.right
    left = person.start if person.title_start > person.right else person.left
    evidence = Evidence(Span(reading.passage.para, left, end), f"{rule}/{person.rule}", entry)
    reading.seen.append(Sighting(person.name, role, evidence, person.title, person.title_start))
