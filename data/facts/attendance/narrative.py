"""Sentences that tell who did what: X主持会议,Y、Z出席,W作汇报."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.facts.attendance import signals
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.people import Mention, bare_names, mentions
from data.facts.sentences import Stretch, sentences
from data.records import TITLE, Evidence, Report, Role, Span

_CLAUSE = re.compile(r"[^，,：:]*[，,：:]?")
_MASK = re.compile(r"《[^》]{1,200}》|“[^”]{8,200}”|[（(][^（）()]*(?:记者|通讯员|摄影|编辑|以下简称)[^（）()]*[）)]")
_PRONOUN = re.compile(r"(?:[^，,]{0,6}[，,])?[他她]")
_REPORTS = re.compile(r"(?:[（(][^）)]*[）)])?(?:所?作的|所作|作了|关于|就|代表|受|对|汇报|的汇报)")


@dataclass(slots=True)
class _Reading:
    """What is known while reading a paragraph: who acts, and who waits for a verb."""

    para: int
    text: str
    masked: str
    people: tuple[Mention, ...]
    known: dict[str, str]
    actors: tuple[Mention, ...] = ()
    speaker: tuple[Mention, ...] = ()
    waiting: list[Mention] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)
    seen: list[Sighting | GroupSighting] = field(default_factory=list)


def read(report: Report) -> Iterator[Sighting | GroupSighting]:
    """Everyone whom the title's and the paragraphs' sentences show in a role."""
    known: dict[str, str] = {}
    for para in (*range(len(report.paragraphs)), TITLE):
        yield from _read_paragraph(para, report.text(para), known)


def _read_paragraph(para: int, text: str, known: dict[str, str]) -> list[Sighting | GroupSighting]:
    masked = _MASK.sub(lambda match: "※" * len(match[0]), text)
    people = tuple(person for person in mentions(text) if masked[person.start] != "※")
    for person in people:
        known.setdefault(person.name, person.title)
    reading = _Reading(para, text, masked, people, known)
    for sentence in _sentences(para, text):
        opening = masked[sentence.start : sentence.start + 24]
        if signals.ASIDES.search(opening):
            break
        _read_sentence(reading, sentence)
    return reading.seen


def _sentences(para: int, text: str) -> tuple[Stretch, ...]:
    if para != TITLE:
        return sentences(text)
    return tuple(Stretch(match[0], match.start()) for match in re.finditer(r"[^ 　]+", text))


def _read_sentence(reading: _Reading, sentence: Stretch) -> None:
    reading.waiting.clear()
    reading.groups.clear()
    if not _PRONOUN.match(sentence.text):
        reading.actors = ()
    else:
        reading.actors = reading.speaker
    for clause in _CLAUSE.finditer(reading.masked, sentence.start, sentence.end):
        if clause[0] and not _read_clause(reading, clause.start(), clause.end()):
            break


def _read_clause(reading: _Reading, start: int, end: int) -> bool:
    """Read one clause; False when the rest of the sentence is what somebody says."""
    triggers = list(signals.TRIGGER.finditer(reading.masked, start, end))
    own = _people_in(reading, start, end, triggers)
    if signals.REPORTING.search(reading.masked, start, end):
        return _heard(reading, own, start, end)
    if not triggers:
        _wait(reading, own, start, end)
        return True
    before = [person for person in own if person.start < triggers[0].start()]
    return _act(reading, before, triggers, start, end)


def _people_in(reading: _Reading, start: int, end: int, triggers: list[re.Match[str]]) -> list[Mention]:
    own = [person for person in reading.people if start <= person.start < end]
    if triggers and not any(person.start < triggers[0].start() for person in own):
        own = [*_bare_before(reading, start, triggers[0].start()), *own]
    return own


_TRAIL = re.compile(
    r"(?:等\d*[^，。、]{0,12}?|在会上|在讲话中|在致辞中|在[^，。]{1,20}?(?:上|中|时)|在会议结束时|作为[^，。]{1,30}|分别|先后|应邀|还|也|均|并|共同|一起|一同|一行|同志|先生|女士|通过[^，。]{1,8}|以[^，。]{1,8}(?:方式|形式))+$"
)
_LEAD = re.compile(r"(?:\d+日[^，。]{0,3})?(?:[^，。]{0,12}由|会上|随后|最后|首先|，)?")


def _bare_before(reading: _Reading, start: int, end: int) -> tuple[Mention, ...]:
    stretch = reading.masked[start:end]
    lead = _LEAD.match(stretch)
    offset = lead.end() if lead else 0
    body = _TRAIL.sub("", stretch[offset:])
    found = bare_names(reading.text, start + offset, start + offset + len(body))
    return found or bare_names(reading.text, start, start + len(_TRAIL.sub("", stretch)))


def _heard(reading: _Reading, own: list[Mention], start: int, end: int) -> bool:
    for person in own:
        if _REPORTS.match(reading.masked, person.right):
            _see(reading, person, "speak", person.right, "听取", "heard")
    reading.actors = ()
    reading.waiting.clear()
    return True


def _wait(reading: _Reading, own: list[Mention], start: int, end: int) -> None:
    """A clause without a verb of taking part: a list of people waits for one; a new subject replaces the old."""
    if not own:
        own = list(bare_names(reading.text, start, end - 1))
    if own and end - own[-1].right <= 3:
        reading.waiting.extend(own)
        reading.actors = ()
    elif own:
        reading.actors = tuple(own[:1])
        reading.waiting.clear()
    elif signals.MEETING_SUBJECT.match(reading.masked, start, end):
        reading.actors = ()


def _act(reading: _Reading, before: list[Mention], triggers: list[re.Match[str]], start: int, end: int) -> bool:
    actors = _actors(reading, before, triggers[0], start)
    for trigger in triggers:
        role = trigger.lastgroup
        for person in actors:
            _see(reading, person, role, trigger.end(), trigger[0], "narrative")  # type: ignore[arg-type]  # the pattern's groups are the roles
    if actors:
        reading.actors = tuple(actors)
        reading.speaker = tuple(actors) if len(actors) == 1 else reading.speaker
        reading.waiting.clear()
    return not any(trigger[0] in signals.QUOTES for trigger in triggers)


def _actors(reading: _Reading, before: list[Mention], trigger: re.Match[str], start: int) -> list[Mention]:
    if before:
        free = [person for person in before if not signals.OBJECTS.search(reading.masked, start, person.left)]
        return [*reading.waiting, *free]
    if reading.waiting and signals.ADVERBS.fullmatch(reading.masked, start, trigger.start()):
        return list(reading.waiting)
    if signals.ADVERBS.fullmatch(reading.masked, start, trigger.start()):
        return list(reading.actors)
    return []


def _see(reading: _Reading, person: Mention, role: Role, to: int, entry: str, rule: str) -> None:
    end = to if to > person.start else person.right
    evidence = Evidence(Span(reading.para, person.left, end), f"{rule}/{person.rule}", entry)
    reading.seen.append(Sighting(person.name, role, evidence, person.title, person.title_start))
