"""A picture → the words under it: its title, what is counted and left out, and its sources folded away."""

from collections.abc import Iterator

from bot.pictures.gallery import Picture
from bot.render import html
from bot.render.clean import label
from bot.render.dates import spoken
from bot.render.document import Document, Line, bold, plain
from bot.texts import say
from data.records import Stored
from retrieval.records import Language

_ROOM = 1000
"""UTF-16 units; Telegram's limit is 1,024."""
_LONGEST_TITLE = 60
_MOST_SOURCES = 90
"""Each line may be an entity; Telegram drops those over 100."""


def caption(picture: Picture, language: Language) -> html.Part:
    """One part; as many sources as there is room for, the rest counted."""
    lines = (bold(picture.title), *map(plain, picture.notes))
    lines_of_sources = list(_sources(picture, language))
    for shown in range(min(len(lines_of_sources), _MOST_SOURCES), -1, -1):
        folded = lines_of_sources[:shown]
        if left := len(lines_of_sources) - shown:
            folded.append(plain(say(language, "picture.sources_left", count=left)))
        part = html.of_document(Document(lines, (bold(say(language, "source.heading")), *folded)))[0]
        if html.units(part.text) <= _ROOM:
            break
    return part


def _sources(picture: Picture, language: Language) -> Iterator[Line]:
    """The reports, numbered as their meetings are in the picture."""
    for n, session in enumerate(picture.sessions, 1):
        for stored in session.reports:
            yield plain(_source(n, stored, language))


def _source(n: int, stored: Stored, language: Language) -> str:
    report = stored.report
    title = label(report.title, _LONGEST_TITLE) or say(language, "answer.no_title")
    day = report.published or stored.facts.meeting.date
    if day is None:
        return say(language, "picture.source", n=n, title=title)
    return say(language, "picture.source_dated", n=n, title=title, date=spoken(day, language))
