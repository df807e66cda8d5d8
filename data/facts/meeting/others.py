"""Further meetings on the same page: what a 又讯 or a 随后 tells, and the second of two held in a row."""

import re
from collections.abc import Iterator

from data.facts.meeting import signals
from data.facts.meeting.dates import dates
from data.facts.meeting.name import Name
from data.facts.meeting.prose import in_paragraph
from data.records import Evidence, Meeting, Report, Span

_ASIDE = re.compile(r"(?:又讯|另讯|随后|会前|会后|此前|当日|.{0,16}(?:召开|举行)前一[日天])")
_SECOND = re.compile(rf"[和与及、](?P<name>[^，。；：、和与及]{{2,40}}?{signals.KIND})(?=[，。；\s]|$)")


PAIR = re.compile(rf"(?P<first>[^、]{{2,40}}?{signals.KIND})[、和及与](?P<second>[^、]{{2,40}}?{signals.KIND})$")
"""Two meetings held in a row, as one name gives them."""


def other_meetings(report: Report, main: Name | None) -> Iterator[Meeting]:
    """Each with the name and, where its paragraph says it, the day; never the main one again."""
    if main is None:
        return
    seen = {main.text}
    for name in (*_beside(report, main), *_told_aside(report)):
        if name.text not in seen and len(name.text) > _BARE:
            seen.add(name.text)
            yield _meeting(report, name)


_BARE = 3  # characters: 座谈会 alone is no meeting of its own


def _beside(report: Report, main: Name) -> Iterator[Name]:
    text = report.text(main.para)
    if (pair := PAIR.match(main.text)) and main.start >= 0:
        yield Name(pair["second"], main.para, main.start + pair.start("second"), main.end, "beside")
        return
    second = _SECOND.match(text, main.end)
    if second:
        yield Name(second["name"], main.para, *second.span("name"), "beside")


def _told_aside(report: Report) -> Iterator[Name]:
    for para, text in enumerate(report.paras):
        if _ASIDE.match(text):
            yield from in_paragraph(para, text)


def _meeting(report: Report, name: Name) -> Meeting:
    held = next(dates(report.text(name.para)[:_LEAD], report.published), None)
    at = Evidence(Span(name.para, max(name.start, 0), name.end), f"meeting-name/{name.rule}")
    when = Evidence(Span(name.para, held.start, held.end), "meeting-date/beside") if held else None
    return Meeting(name.text, held.first if held else None, is_meeting=True, name_at=at, date_at=when)


_LEAD = 400  # characters
