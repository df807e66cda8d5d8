"""What is kept in memory of each report: the names, days and people by which questions point at its meeting."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from config import lexicon
from data.records import Attendance, Stored
from retrieval.numerals import ordinals


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody recorded at a meeting."""

    name: str
    title: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Card:
    """A report as the catalogue knows it; `day` None where the report gives no full date."""

    number: int
    report: str
    collection: str
    title: str
    name: str
    further: str
    """The names of other meetings in the same report, a line each."""
    is_meeting: bool
    day: date | None
    last_day: date | None
    month_day: str
    """The day of the meeting as MM-DD where its year is not known, "" otherwise."""
    published: date | None
    place: str
    body: str
    people: tuple[Person, ...]
    counts: frozenset[str]
    """The ordinals of the meeting's name and the title: 3次, 15届."""
    early_counts: frozenset[str]
    """Those of its opening."""
    places: frozenset[str]
    """Cities, counties, districts, towns and villages in the report, without 市, 县 and so on."""
    home: str = ""
    """The city, county or district whose body met, as far as the name, the title or the opening says."""

    @property
    def naming(self) -> str:
        """All by which the meeting is called."""
        return "\n".join((self.name, self.title, self.body, self.place, self.further))

    def person(self, name: str) -> Person | None:
        """The person of that name, if recorded here."""
        return next((person for person in self.people if person.name == name), None)

    @property
    def label(self) -> str:
        """The meeting's name, else the report's title."""
        return self.name or self.title

    @property
    def series(self) -> str:
        """The name without its number and place, shortened: what the meetings of a series share; "" where too short."""
        bare = _NUMBERED.sub("", self.name) if self.is_meeting else ""
        for long, short in lexicon.mapping("abbreviations", "formal").items():
            bare = bare.replace(long, short)
        bare = _OF_PLACE.sub("", bare)
        return bare if len(bare) >= _SHORTEST_SERIES else ""


_NUMBERED = re.compile(r"第?[0-9〇零一二三四五六七八九十百]+(?:次|届)|\d{4}年(?:度)?|\s")
_OF_PLACE = re.compile("^(?:中共|中国共产党)?[㐀-鿿]{2,3}?(?=[省市县区](?:委(?!员)|政府|人大|政协|人民|监委|纪委))")
"""The place before a body of its own; whose it is, `home` tells."""
_SHORTEST_SERIES = 5
"""Characters: 座谈会 and 工作会议 are no series."""


def card_of(stored: Stored) -> Card:
    """The card of a stored report."""
    meeting, report = stored.facts.meeting, stored.report
    name = meeting.name or ""
    ends = [meeting.end_date, meeting.date, *(other.date for other in stored.facts.other_meetings)]
    opening = "\n".join(text[:200] for text in report.paras[:_OPENING])[:_OPENING_LENGTH]
    return Card(
        number=stored.number,
        report=report.id,
        collection=stored.collection,
        title=report.title,
        name=name,
        further="\n".join(other.name or "" for other in stored.facts.other_meetings),
        is_meeting=meeting.is_meeting,
        day=_day(meeting.date),
        last_day=max(filter(None, map(_day, ends)), default=None),
        month_day=_without_year(meeting.date),
        published=_day(report.published),
        place=meeting.place or "",
        body=meeting.body or "",
        people=tuple(map(_person, stored.facts.attendance)),
        counts=ordinals(f"{name} {report.title}"),
        early_counts=ordinals(opening),
        home=_home((name, report.title, opening)),
        places=frozenset(_PLACE.findall("\n".join((name, report.title, report.source or "", *report.paras)))),
    )


_OPENING, _OPENING_LENGTH = 3, 250
"""Paragraphs and characters in which a report says which meeting it is of."""


def _home(texts: Iterable[str]) -> str:
    """The place before the word for a body, or before 召开: 霁川市委, 丹阜县人大."""
    return next((found[1] for text in texts if (found := _HOME.search(text))), "")


_HOME = re.compile(
    "(?:^|[^㐀-鿿]|中共)([㐀-鿿]{2,3}?)[市县区](?:委|政府|人大|政协|人民|第|[㐀-鿿]{1,3}届|召开|举行|副?[市县区]长)"
)
_PLACE = re.compile("([㐀-鿿]{2})(?=[市县镇村乡旗])")


def _person(one: Attendance) -> Person:
    return Person(one.name, one.title, frozenset(one.roles))


def _without_year(text: str | None) -> str:
    """MM-DD of --MM-DD."""
    return text.removeprefix("--") if text and text.startswith("--") else ""


def _day(text: str | None) -> date | None:
    """An ISO day; None for none and for one without a year."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
