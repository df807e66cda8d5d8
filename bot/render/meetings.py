"""Meetings → lines: as a heading, as a list to choose from, as entries of an answer."""

from collections.abc import Iterator, Sequence

from bot.render.citations import marks
from bot.render.dates import spoken
from bot.render.document import Line, Piece, plain
from bot.texts import say
from retrieval.records import Entry, Language, MeetingRef

_MOST_MEETINGS = 30
"""Meetings listed in one message; the rest is counted."""


def heading(meetings: Sequence[MeetingRef], language: Language) -> tuple[Line, ...]:
    """The first one's name and day; nothing for none."""
    return (Line(_named(meetings[0], language)),) if meetings else ()


def _named(meeting: MeetingRef, language: Language) -> tuple[Piece, ...]:
    named = Piece(meeting.name or meeting.title or say(language, "answer.no_title"), "bold")
    return (named, Piece(f" · {spoken(meeting.date, language)}")) if meeting.date else (named,)


def listed(meetings: Sequence[MeetingRef], language: Language) -> Iterator[Line]:
    """A line a meeting; those over what fits a message are counted."""
    for meeting in meetings[:_MOST_MEETINGS]:
        yield Line((Piece("• "), *_named(meeting, language)))
    if len(meetings) > _MOST_MEETINGS:
        yield plain(say(language, "answer.more", count=len(meetings) - _MOST_MEETINGS))


def line(entry: Entry, language: Language) -> Line:
    """A meeting as an entry of an answer, cited."""
    day = f" · {spoken(entry.detail, language)}" if entry.detail else ""
    return Line(
        (
            Piece("• "),
            Piece(entry.text or say(language, "answer.no_title"), "bold"),
            Piece(day),
            marks(entry.cites),
        )
    )
