"""Who is shown to be there only by what they did: signed an agreement, handed over proposals, called the meeting."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance import signals
from data.facts.attendance.merge import DEED
from data.facts.attendance.roster import Passage
from data.facts.attendance.sightings import Sighting
from data.facts.people import Mention, bare_names, organ_names
from data.facts.sentences import sentences
from data.records import TITLE, Evidence, Span

_DEEDS = signals.any_of(lexicon.words("attendance", "deeds"))
_ANY = re.compile(_DEEDS)
_DEED = re.compile(
    rf"(?:同志)?(?:再次|分别|现场|代表[^，。；]{{2,30}})?(?:[与同和向为]+(?!会)[^，。；]{{2,40}}?)?(?P<deed>{_DEEDS})"
)


_LED = re.compile(
    r"(?:同志)?率(?:领|队)?(?P<who>[\u4e00-\u9fff、]{4,80}?)(?:到|赴|前往|在)[^，。；]{2,40}?(?:召开|举行|主持)"
)
"""Who came along where the meeting was held: 顾城率水利局林岚、葛云到渡口召开现场会."""


def done(passage: Passage) -> Iterator[Sighting]:
    """Everyone with an office behind whose name such a deed stands; what was done before or beside is left out."""
    if passage.para == TITLE or not passage.people or not (_ANY.search(passage.masked) or "率" in passage.masked):
        return
    for sentence in sentences(passage.text):
        if signals.ASIDES.search(passage.masked, sentence.start, sentence.end):
            return
        for person in passage.between(sentence.start, sentence.end):
            if led := _LED.match(passage.masked, person.right, sentence.end):
                yield from _company(passage, person, led)
            deed = _DEED.match(passage.masked, person.right, sentence.end) if person.title else None
            if deed:
                at = Evidence(Span(passage.para, person.left, deed.end()), DEED, deed["deed"])
                yield Sighting(person.name, "attend", at, person.title, person.title_start)


def _company(passage: Passage, leader: Mention, led: re.Match[str]) -> Iterator[Sighting]:
    start, end = led.span("who")
    for person in (leader, *(organ_names(passage.text, start, end) or bare_names(passage.text, start, end))):
        at = Evidence(Span(passage.para, person.left, led.end()), DEED, led[0][:1])
        yield Sighting(person.name, "attend", at, person.title, person.title_start)
