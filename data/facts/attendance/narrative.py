"""Sentences that tell who did what: X主持会议,Y、Z出席,W作汇报."""

import re
from collections.abc import Iterator

from data.facts.attendance import collectives, deeds, signals
from data.facts.attendance.clauses import read_clause
from data.facts.attendance.listings import LISTING, list_end, listed
from data.facts.attendance.reading import Reading
from data.facts.attendance.roster import Passage, passages
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.sentences import Stretch, sentences
from data.records import TITLE, Evidence, Report, Role, Span

_CLAUSE = re.compile(r"[^，,：:]*[，,：:]?")
_PRONOUN = re.compile(r"(?:[^，,]{0,6}[，,])?[他她]")
_BREAK = re.compile(r"[。；]")


_OPENING = 24  # characters of a sentence that can set it aside


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
        yield from collectives.engaged(passage)
        yield from collectives.brought(passage)
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
    for chaired in _CHAIRED.finditer(passage.masked) if passage.people else ():
        for person in passage.people:
            if person.left == chaired.end():
                at = Evidence(Span(passage.para, chaired.start(), person.right), "narrative/who-chaired", chaired[0])
                yield Sighting(person.name, "chair", at, person.title, person.title_start)
    for person in passage.people:
        if person.title:
            at = Evidence(Span(passage.para, person.left, person.right), f"introduced/{person.rule}", person.entry)
            yield Sighting(person.name, None, at, person.title, person.title_start)


_CHAIRED = re.compile(r"主持(?:会议|大会|座谈会?|论坛)的")  # the verb describes who did it: 主持会议的校长顾城


def _read_passage(passage: Passage) -> list[Sighting | GroupSighting]:
    acts = signals.TRIGGER.search(passage.masked) or signals.REPORTING.search(passage.masked)
    if not passage.people and not acts and not LISTING.search(passage.masked):
        return []
    reading = Reading(passage)
    quoted = passage.para != TITLE and bool(_QUOTING.match(passage.masked))
    apart = said = False
    for sentence in _sentences(passage):
        if said and _RECALLED.match(passage.masked, sentence.start, sentence.end):
            continue
        said = said or _SPEAKS.match(passage.masked, sentence.start, sentence.end) is not None
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
_SPEAKS = re.compile(r"[^。；]{0,80}?(?:指出|强调|认为|表示|说)[，,：:]")
_ONCE = r"(?:近年来|近期|前不久|不久前|日前|昨[天日]|去年|今年(?:初|以来|\d{1,2}月)?|多年来|今天|\d{1,2}月)"
_HONOURED = r"[\u4e00-\u9fff]{2,10}(?:主席|总书记|总统|总理)"
_RECALLED = re.compile(
    rf"(?:{_ONCE}[^，。；]{{0,12}}?[，,]?(?:[在对][^，。]{{2,16}}[，,]?)?[\u4e00-\u9fff]{{2,10}}(?:主席|总书记|总统|总理|书记|[省市县部]长)"
    rf"|{_HONOURED}(?:曾|先后|多次|高度|亲自|(?:同|与|和)[^，。]{{0,20}}?(?:您|你|先生|女士|{_HONOURED})|在[^，。]{{2,24}}(?:时|上)(?:指出|提出|强调|宣布)"
    r"|提出[^，。]{0,30}(?:倡议|理念|主张|论断|战略|方案)|指出[，,]))"
)  # whom the speaker recalls did it elsewhere: 今年5月，林岚主席同您共同宣布…
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


def _read_sentence(reading: Reading, sentence: Stretch) -> None:
    if not reading.unsaid:
        reading.waiting.clear()
        reading.groups.clear()
    reading.unsaid = False
    reading.on_topic = False
    same = _PRONOUN.match(sentence.text) or _goes_on_saying(reading.passage.masked, sentence)
    reading.actors = reading.speaker if same else ()
    listings = list(LISTING.finditer(reading.passage.masked, sentence.start, sentence.end))
    start = sentence.start
    if listings and _read_clauses(reading, start, listings[0].start()):
        reading.waiting.clear()  # whoever stands before the list without a deed is not among those behind it
        reading.groups.clear()
    for listing, after in zip(listings, [*listings[1:], None], strict=True) if listings else ():
        start = list_end(reading.passage.masked, listing, after.start() if after else sentence.end)
        role: Role = "observe" if listing["verb"].endswith("列席") else "attend"
        for person in listed(reading.passage.text, listing, start):
            reading.see(person, role, person.right, listing["verb"], "narrative-list")
        for at, to in collectives.listed(reading.passage, listing.end(), start):
            reading.seen.extend(collectives.sightings(reading.passage, at, to, role, listing["verb"]))
    _read_clauses(reading, start, sentence.end)
    reading.unsaid = sentence.text.endswith(("；", ";")) and not signals.TRIGGER.search(
        reading.passage.masked, sentence.start, sentence.end
    )


def _read_clauses(reading: Reading, start: int, end: int) -> bool:
    """Read the clauses between, up to one that only says what somebody said; whether there were any."""
    for clause in _CLAUSE.finditer(reading.passage.masked, start, end):
        if clause[0] and not read_clause(reading, clause.start(), clause.end()):
            break
    return start < end


def _goes_on_saying(masked: str, sentence: Stretch) -> bool:
    """Whether a verb of saying opens what stands behind a semicolon: 顾城肯定了成绩；认为…."""
    return masked[max(0, sentence.start - 1) : sentence.start] in ("；", ";") and sentence.text.startswith(_SAYS)


_SAYS = tuple(signals.QUOTES)
