"""Who is shown to be there only by what they did: signed an agreement, handed over proposals, called the meeting."""

import re
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance import signals
from data.facts.attendance.merge import DEED
from data.facts.attendance.roster import Passage
from data.facts.attendance.sightings import Sighting
from data.facts.sentences import sentences
from data.records import TITLE, Evidence, Span

_DEEDS = signals.any_of(lexicon.words("attendance", "deeds"))
_ANY = re.compile(_DEEDS)
_DEED = re.compile(
    rf"(?:同志)?(?:再次|分别|现场|代表[^，。；]{{2,30}})?(?:[与同和向为]+(?!会)[^，。；]{{2,40}}?)?(?P<deed>{_DEEDS})"
)


def done(passage: Passage) -> Iterator[Sighting]:
    """Everyone with an office behind whose name such a deed stands; what was done before or beside is left out."""
    if passage.para == TITLE or not passage.people or not _ANY.search(passage.masked):
        return
    for sentence in sentences(passage.text):
        if signals.ASIDES.search(passage.masked, sentence.start, sentence.end):
            return
        for person in passage.between(sentence.start, sentence.end):
            deed = _DEED.match(passage.masked, person.right, sentence.end) if person.title else None
            if deed:
                at = Evidence(Span(passage.para, person.left, deed.end()), DEED, deed["deed"])
                yield Sighting(person.name, "attend", at, person.title, person.title_start)
