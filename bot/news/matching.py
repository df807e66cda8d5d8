"""Whether a report is news for somebody who follows a person, a body or a topic: the place that says so."""

from collections.abc import Callable

from bot.pictures.asked import says
from data.records import TITLE, Report, Span, Stored
from data.store.follows import Follow, Kind
from retrieval.numerals import without_ordinals


def match(follow: Follow, stored: Stored) -> Span | None:
    """Where the report shows that it is, None where it is not."""
    return _MATCHES[follow.kind](follow.words, stored)


def names(words: str, label: str) -> bool:
    """Whether the words are what a body or a meeting is called, be it for short; 科技创新 is not 科技创新委员会."""
    plain = without_ordinals("".join(label.split())).removesuffix("会议")
    return plain.endswith(words.removesuffix("会议")) or (words not in plain and says(label, (words,)))


def _person(words: str, stored: Stored) -> Span | None:
    """They are recorded at the meeting."""
    span = next((person.at.span for person in stored.facts.attendance if person.name == words), None)
    return span and _within(stored.report, span)


def _body(words: str, stored: Stored) -> Span | None:
    """It held the meeting."""
    meeting = stored.facts.meeting
    if not meeting.is_meeting or not any(names(words, label) for label in (meeting.body, meeting.name) if label):
        return None
    at = meeting.name_at or meeting.date_at
    return _within(stored.report, at.span if at else Span(TITLE, 0, len(stored.report.title)))


def _topic(words: str, stored: Stored) -> Span | None:
    """A paragraph, or else the title, holds all the words."""
    wanted = words.casefold().split()
    for para in (*range(len(stored.report.paragraphs)), TITLE):
        text = stored.report.text(para).casefold()
        if all(word in text for word in wanted):
            start = text.index(wanted[0])
            return _within(stored.report, Span(para, start, start + len(wanted[0])))
    return None


def _within(report: Report, span: Span) -> Span:
    """The span, cut to its paragraph: what a person corrected by hand may stand nowhere."""
    if not TITLE <= span.para < len(report.paragraphs):
        return Span(TITLE, 0, len(report.title))
    length = len(report.text(span.para))
    return Span(span.para, min(span.start, length), min(span.end, length))


_MATCHES: dict[Kind, Callable[[str, Stored], Span | None]] = {"person": _person, "body": _body, "topic": _topic}
