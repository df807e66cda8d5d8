"""Sentences that tell who did what: X主持会议,Y、Z出席,W作汇报."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from data.facts.attendance import signals
from data.facts.attendance.roster import Passage, passages
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.people import Mention, bare_names, offices, organ_name, organ_names
from data.facts.sentences import Stretch, sentences
from data.records import TITLE, Evidence, Report, Role, Span

_CLAUSE = re.compile(r"[^，,：:]*[，,：:]?")
_PRONOUN = re.compile(r"(?:[^，,]{0,6}[，,])?[他她]")
_REPORTS = re.compile(r"(?:[（(][^）)]*[）)])?(?:所?作的|所作|作了|关于|就|代表|受|对|汇报|的汇报)")
_TRAIL = re.compile(
    r"(?:向[^，。、]{2,12}?(?=进行|作|$)|进行了?|[\d两二三四五六七八九十]+[位名][^，。、]{2,12}?(?=向|分别|先后|进行|作|$)|等\d*[^，。、]{0,12}?(?=分别|先后|应邀|还|也|均|并|共同|在|$)|在会上|在讲话中|在致辞中|在[^，。]{1,24}?(?:上|中|时|后|的)|在|作为[^，。]{1,30}|分别|先后|应邀|还|也|均|并|共同|一起|一同|一行|同志|先生|女士|通过[^，。]{1,8}|因[^，。]{1,10}|以[^，。]{1,8}(?:方式|形式)|到会)++$"
)
_LEAD = re.compile(r"[\s*•·\-]*(?:\d+日[^，。]{0,3})?(?:[^，。]{0,12}由|会上|随后|最后|首先|，)?")
_OF_MEETING = re.compile(r"(?:本次|此次|这次)?(?:会议|大会|论坛|活动|座谈会)?的")
_MEETS = re.compile(r"(?:(?<![共一会])同|与|向|会见了?|看望了?)$")
_GROUP_TRAIL = re.compile(
    r"(?:(?<=[^及和、，])在(?!家的|职的|岗的|京的)[^，。、]{1,16}|就[^，。]{1,60}|围绕[^，。]{1,60}|先后|分别|应邀|还|也|均|并|共同|一起|一同|到会|到场|上台|登台|通过[^，。]{1,8}|以[^，。]{1,8}(?:方式|形式)|等|认真|现场|逐一|依次|结合[^，。]{1,20})++$"
)
_GROUP_LEAD = re.compile(
    r"(?:[和及以、，, 等]|与(?!会)|同(?!志|学|济|乡)|(?:会上|会议上|随后|最后|期间)[，,]?|[^，。、]{0,8}会由|由|邀请)*"
)
_NO_GROUP = re.compile(
    r"是|^(?:本|此|这)次|(?<!面)对(?!口|外|接|面|台|港|手)|^(?:[\d一二三四五六七八九十壹贰叁]+[、.．)）]|[-*•#]|[（(]\d|(?:会议|大会|全会)(?!正式|代表|特邀|委员|主席团|成员)|向|作为|依次|把|被|为|以|包括|如何|大家|各位|我们)|(?<![主重首需])要|将|须|应当|应到|实到|鼓励|引导|推动|组织(?!部|委|人事)|指导|选举|任命|让|使|习|：|听取|传达|通报|会见|看望"
)
_COUNTED = re.compile(r"(?:[（(][^（）()]*[）)])?(?:等\d+|\d+[位名])")
_COUNT = re.compile(
    r"等?[\d两二三四五六七八九十]+[位名][^，。、]{2,12}$"
)  # A、B、C 3位委员: who the people before it were
_SHORTEST = 4
_SHARED = re.compile(
    r"(?:等\d*[位名]?|[\d两二三四五六七八九十]+[位名])(?P<title>[^，。、]{2,12}?)(?=先后|分别|向|发言|出席|参加|列席|应邀|也|还|作)"
)


_BREAK = re.compile(r"[。；]")


_OPENING = 24  # characters of a sentence that can set it aside
_BESIDE = 6  # characters before a verb
_NEAR = 60  # characters before a person in which a verb makes them its object
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


def read(report: Report) -> Iterator[Sighting | GroupSighting]:
    """Everyone whom the paragraphs' and the title's sentences show in a role."""
    return told(passages(report))


def told(read_passages: tuple[Passage, ...]) -> Iterator[Sighting | GroupSighting]:
    """As `read`, of passages whose people are found already."""
    seen = [sighting for passage in read_passages for sighting in _read_passage(passage)]
    afar = _afar(read_passages, seen)
    for passage in read_passages:
        yield from _introductions(passage)
        yield from _counted(passage)
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


_OF_THEM = re.compile(
    r"(?P<verb>出席|参加|列席)了?(?:本次|此次)?[^，。；、的]{0,16}?会(?:议|现场会议)?(?:表决|投票)?的"
    r"(?P<who>[^，。；：、的]{2,40}?共?计?\d+余?[人名位])(?=[，。；,;])"
)


def _counted(passage: Passage) -> Iterator[GroupSighting]:
    """出席会议的股东及代表共39人，…: a number of people told beside a verb that describes them."""
    for told_of in _OF_THEM.finditer(passage.masked):
        at = Evidence(Span(passage.para, *told_of.span("who")), "narrative/counted", told_of["verb"])
        yield GroupSighting(
            passage.text[slice(*told_of.span("who"))], "observe" if told_of["verb"] == "列席" else "attend", at
        )


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
    for sentence in _sentences(passage):
        aside = signals.ASIDES.search(passage.masked, sentence.start, min(sentence.end, sentence.start + _OPENING))
        if aside and not _CONTINUED.search(passage.masked, aside.end(), sentence.end):
            break
        if not (quoted and sentence.start and _tells_of_others(passage, sentence)):
            _read_sentence(reading, sentence)
    return reading.seen


_CONTINUED = re.compile(r"续会|我[市县区州][^，]{0,4}立即召开")  # 会议结束后，我市召开续会: here it begins
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
    reading.waiting.clear()
    reading.groups.clear()
    reading.actors = reading.speaker if _PRONOUN.match(sentence.text) else ()
    listing = _LISTING.match(reading.passage.masked, sentence.start, sentence.end)
    if listing:
        _read_listing(reading, listing, sentence.end)
        return
    for clause in _CLAUSE.finditer(reading.passage.masked, sentence.start, sentence.end):
        if clause[0] and not _read_clause(reading, clause.start(), clause.end()):
            break


_LISTING = re.compile(
    r"(?P<verb>出席|参加|列席|在?主席台(?:前排)?就座)(?:本次|此次)?(?:会议|大会|活动|座谈会)?(?:并在主席台(?:前排)?就座)?的?(?:人员|领导|嘉宾|人|同志)?(?:还|主要)?有[：:]?"
)


def _read_listing(reading: _Reading, listing: re.Match[str], end: int) -> None:
    """参加会议的有：…: everyone named in the rest of the sentence."""
    role: Role = "observe" if listing["verb"] == "列席" else "attend"
    listed = _without(_TRAIL, reading.passage.masked[listing.end() : end].rstrip("。；; "))
    people = reading.passage.between(listing.end(), end)
    for person in people or bare_names(reading.passage.text, listing.end(), listing.end() + len(listed)):
        _see(reading, person, role, person.right, listing["verb"], "narrative-list")


def _read_clause(reading: _Reading, start: int, end: int) -> bool:
    """Read one clause; False when the rest of the sentence is what somebody says."""
    masked = reading.passage.masked
    found = islice(signals.TRIGGER.finditer(masked, start, end), _DEEDS)
    triggers = [match for match in found if not _relative(masked, match)]
    own = _people_in(reading, start, end, triggers)
    reporting = signals.REPORTING.search(masked, start, end)
    before_it = reporting and any(trigger.start() < reporting.start() for trigger in triggers)
    if reporting and not before_it and not any(person.start < reporting.start() for person in own):
        return _heard(reading, own)
    if reporting:
        triggers = [trigger for trigger in triggers if trigger.start() < reporting.start()]
    if not triggers:
        _wait(reading, own, start, end)
        return True
    opened = _OPENED.search(masked, start, triggers[0].start())
    floor = opened.start() if opened else start  # 会议主持人：A（B因公出差: B alone was away
    before = [person for person in own if floor <= person.start < triggers[0].start()]
    return _act(reading, before, triggers, start)


_INVITED = re.compile(r"[^，。]{0,6}邀请了?")
_OPENED = re.compile(r"[（(][^（）()]*$")


def _relative(masked: str, trigger: re.Match[str]) -> bool:
    """同列席…会议的代表: the verb describes people who are met, nobody's own deed."""
    if trigger.lastgroup not in ("attend", "observe"):
        return False
    return bool(_OF_MEETING.match(masked, trigger.end())) or bool(
        _MEETS.search(masked, max(0, trigger.start() - _BESIDE), trigger.start())
    )


def _people_in(reading: _Reading, start: int, end: int, triggers: list[re.Match[str]]) -> list[Mention]:
    own = list(reading.passage.between(start, end))
    if triggers and not any(person.start < triggers[0].start() for person in own):
        own = [*_bare_before(reading, start, triggers[0].start()), *own]
    return own


def _without(trail: re.Pattern[str], stretch: str) -> str:
    """`stretch` without the adverbs at its end."""
    kept = max(0, len(stretch) - _TRAILING)
    return stretch[:kept] + trail.sub("", stretch[kept:])


_TRAILING = 120  # characters at the end of a stretch that can be adverbs


def _bare_before(reading: _Reading, start: int, end: int) -> tuple[Mention, ...]:
    text, stretch = reading.passage.text, reading.passage.masked[start:end]
    lead = _LEAD.match(stretch)
    offset = lead.end() if lead else 0
    body = _without(_TRAIL, stretch[offset:])
    if invited := _INVITED.match(stretch):
        guest = organ_name(text, start + invited.end(), start + len(_without(_TRAIL, stretch)))
        return (guest,) if guest else ()
    return (
        bare_names(text, start + offset, start + offset + len(body))
        or bare_names(text, start, start + len(_without(_TRAIL, stretch)))
        or organ_names(text, start + offset, start + offset + len(body))
    )


def _heard(reading: _Reading, own: list[Mention]) -> bool:
    for person in own:
        if _REPORTS.match(reading.passage.masked, person.right):
            _see(reading, person, "speak", person.right, "听取", "heard")
    reading.actors = ()
    reading.waiting.clear()
    return True


def _wait(reading: _Reading, own: list[Mention], start: int, end: int) -> None:
    """A clause without a verb of taking part: a list of people waits for one; a new subject replaces the old."""
    if not own:
        names_end = start + len(_without(_COUNT, reading.passage.masked[start : end - 1]))
        own = list(
            bare_names(reading.passage.text, start, names_end) or organ_names(reading.passage.text, start, names_end)
        )
    group = _group_after(reading, own, start, end - 1)
    if group:
        reading.groups.append(group)
        reading.waiting.extend(own)
        reading.actors = ()
    elif own and end - own[-1].right <= 3:
        reading.waiting.extend(own)
        reading.actors = ()
    elif own:
        free = [
            person
            for person in own
            if not signals.OBJECTS.search(reading.passage.masked, max(start, person.left - _NEAR), person.left)
        ]
        reading.actors = tuple(_side_by_side(reading, free))
        reading.speaker = tuple(free[:1])
        reading.waiting.clear()
    elif signals.MEETING_SUBJECT.match(reading.passage.masked, start, end):
        reading.actors = ()


def _group_after(reading: _Reading, own: list[Mention], start: int, end: int) -> tuple[int, int] | None:
    """The collective attendee at the end of text[start:end], after the people named there."""
    masked = reading.passage.masked
    start = max([start, *(person.right for person in own)])
    if own and _COUNTED.match(masked, start):
        return None
    stretch = _without(_GROUP_TRAIL, masked[start:end])
    lead = _GROUP_LEAD.match(stretch)
    skip = lead.end() if lead else 0
    if (
        not signals.GROUP_END.search(stretch)
        or _NO_GROUP.search(stretch, skip)
        or len(stretch) - skip < _SHORTEST
        or signals.ONE_OFFICE.fullmatch(stretch, skip)
    ):
        return None
    return start + skip, start + len(stretch)


def _organs_before(reading: _Reading, start: int, end: int) -> tuple[int, int] | None:
    """A list of nothing but organs: 市委办、市财政局参加会议."""
    stretch = _without(_GROUP_TRAIL, reading.passage.masked[start:end])
    lead = _GROUP_LEAD.match(stretch)
    skip = lead.end() if lead else 0
    organs = signals.ORGANS.fullmatch(stretch, skip)
    return (start + skip, start + len(stretch)) if organs else None


def _act(reading: _Reading, before: list[Mention], triggers: list[re.Match[str]], start: int) -> bool:
    actors = _actors(reading, before, triggers[0], start)
    group = _group_after(reading, before, start, triggers[0].start())
    if group is None and not before and triggers[0].lastgroup in ("attend", "observe"):
        group = _organs_before(reading, start, triggers[0].start())
    if group:
        actors = [*reading.waiting, *before]
    shared = _SHARED.match(reading.passage.text, actors[-1].right) if actors else None
    if shared and offices.ENDS_IN_HEAD.search(shared["title"]):
        actors = [
            replace(p, title=shared["title"], title_start=shared.start("title"), title_end=shared.end("title"))
            if not p.title
            else p
            for p in actors
        ]
    for trigger, others in _with_actors(reading, triggers):
        actors = (actors and others) or actors  # of nobody, the next ones are no actors either
        role: Role = trigger.lastgroup  # type: ignore[assignment]  # the pattern's groups are the roles
        for person in actors:
            _see(reading, person, role, trigger.end(), trigger[0], "narrative")
        if role in ("attend", "observe", "speak"):
            for at, to in [*reading.groups, *([group] if group else [])]:
                _see_group(reading, at, to, role, trigger)
    if actors:
        reading.actors = tuple(actors)
        reading.speaker = tuple(actors) if len(actors) == 1 else reading.speaker
        reading.waiting.clear()
    elif group:
        reading.actors = ()
    reading.groups.clear()
    return not any(trigger[0] in signals.QUOTES for trigger in triggers)


def _with_actors(reading: _Reading, triggers: list[re.Match[str]]) -> Iterator[tuple[re.Match[str], list[Mention]]]:
    """Each verb with those whom a 、 sets before it and behind the verb before: A作报告、B作说明."""
    yield triggers[0], []
    for last, trigger in pairwise(triggers):
        mark = reading.passage.masked.find("、", last.end(), trigger.start())
        start = mark + 1 or trigger.start()
        named = [person for person in reading.passage.between(start, trigger.start()) if person.left == start]
        yield trigger, named or list(bare_names(reading.passage.text, start, trigger.start()))


def _actors(reading: _Reading, before: list[Mention], trigger: re.Match[str], start: int) -> list[Mention]:
    masked = reading.passage.masked
    if before:
        free = [
            person
            for person in before
            if not signals.OBJECTS.search(masked, max(start, person.left - _NEAR), person.left)
        ]
        return [*reading.waiting, *free]
    how = trigger.lastgroup == "speak" and _HOW_SAID.fullmatch(masked, start, trigger.start())
    how = how or (
        trigger[0].startswith(_TOLD) and "了" in trigger[0] and _ABOUT.fullmatch(masked, start, trigger.start())
    )
    how = how or (trigger.lastgroup == "chair" and _WHERE.fullmatch(masked, start, trigger.start()))
    if not how and not signals.ADVERBS.fullmatch(masked, start, trigger.start()):
        return []
    if reading.waiting:
        return list(reading.waiting)
    goes_on = (
        trigger[0] in signals.QUOTES
        or trigger.start() > start
        or trigger[0].startswith(("作", "做", "致"))
        or masked.startswith("了", trigger.end())
    )
    return list(reading.actors) if goes_on else []


def _side_by_side(reading: _Reading, people: list[Mention]) -> list[Mention]:
    """The first of `people` with those whom only 、 or 和 parts from them: A、B、C结合工作，…作了发言."""
    together = people[:1]
    for person in people[1:]:
        if reading.passage.masked[together[-1].right : person.left].strip("、，和及与") != "":
            break
        together.append(person)
    return together


_WHERE = re.compile(r"[在到][^，。]{2,24}")
_ABOUT = re.compile(r"对[^，。]{2,40}")
_TOLD = ("作", "做", "进行")  # 对防汛工作进行了部署
_HOW_SAID = re.compile(
    r"(?:先后|分别|依次|逐一|还|并|也|围绕[^，。]{2,40}|紧扣[^，。]{2,30}|聚焦[^，。]{2,30}|就[^，。]{2,40})+"
)


def _see(reading: _Reading, person: Mention, role: Role, to: int, entry: str, rule: str) -> None:
    end = to if to > person.start else person.right
    left = person.start if person.title_start > person.right else person.left
    evidence = Evidence(Span(reading.passage.para, left, end), f"{rule}/{person.rule}", entry)
    reading.seen.append(Sighting(person.name, role, evidence, person.title, person.title_start))


def _see_group(reading: _Reading, at: int, to: int, role: Role, trigger: re.Match[str]) -> None:
    for left, right in _parts(reading.passage.text, at, to):
        if role == "speak" and _NOBODY.search(reading.passage.text, left, right):
            continue
        evidence = Evidence(Span(reading.passage.para, left, right), "narrative/group", trigger[0])
        reading.seen.append(GroupSighting(reading.passage.text[left:right], role, evidence))


_NOBODY = re.compile(
    r"(?:等|有关|相关|各)(?:单位|部门|机构)$|^与会(?:人员|者)$"
)  # whose words another reports: nobody of it is named
_PARTED = re.compile(
    r"(?:(?<=负责人)|(?<=责同志)|(?<=代表)|(?<=成员))(?:、|和|及|以及)(?=各|部分|全体|有关|相关|[市县区省州]直|其他)"
)


def _parts(text: str, at: int, to: int) -> Iterator[tuple[int, int]]:
    """The groups in text[at:to] that each stand alone: 县直单位负责人、各乡镇书记."""
    for parted in _PARTED.finditer(text, at, to):
        yield at, parted.start()
        at = parted.end()
    yield at, to
