"""Which meeting a report is about: its name, day and place, and whether one took place at all."""

from data.facts.meeting.dates import Held, dates
from data.facts.meeting.name import names
from data.records import Evidence, Meeting, Report, Span


def find_meetings(report: Report) -> tuple[Meeting, tuple[Meeting, ...]]:
    """The main meeting (the title's, else the first) and the others on the page."""
    name = next(names(report), None)
    held, held_at = _held(report)
    return (
        Meeting(
            name=name[0] if name else None,
            date=held.first if held else None,
            end_date=held.last if held else None,
            is_meeting=True,
            name_at=name[1] if name else None,
            date_at=held_at,
        ),
        (),
    )


def _held(report: Report) -> tuple[Held | None, Evidence | None]:
    for para in (*range(min(4, len(report.paragraphs))), -1):
        for held in dates(report.text(para), report.published):
            return held, Evidence(Span(para, held.start, held.end), "meeting-date/first", "")
    return None, None
