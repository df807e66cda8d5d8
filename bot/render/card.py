"""A loaded report → the card that says what was found in it, what was cleaned and what looks damaged."""

from collections.abc import Iterator

from bot.render.dates import spoken
from bot.render.document import BLANK, Document, bold, plain
from bot.render.names import joined
from bot.texts import say, table
from data.corrections import manual_spans
from data.records import OUTCOMES, Facts, Meeting, Report
from retrieval.records import Language

_MOST_NAMES = 12
_MOST_SPOTS = 5
_SPOT_LENGTH = 60


def card(heading: str, report: Report, facts: Facts, language: Language) -> Document:
    """`heading` says what happened; the rest is what an owner checks before trusting the report."""
    lines = [plain(heading), BLANK, bold(report.title or say(language, "answer.no_title"))]
    lines += [plain(line) for line in (*_meeting(facts.meeting, report, language), *_found(facts, language))]
    lines += [plain(line) for line in _text(report, language)]
    return Document(tuple(lines))


def _meeting(meeting: Meeting, report: Report, language: Language) -> Iterator[str]:
    if not meeting.is_meeting:
        yield say(language, "card.not_meeting")
    yield say(language, "card.meeting", words=meeting.name) if meeting.name else say(language, "card.no_meeting")
    held = meeting.date and spoken(meeting.date, language)
    if held and meeting.end_date:
        held = f"{held} – {spoken(meeting.end_date, language)}"
    yield say(language, "card.date", words=held) if held else say(language, "card.no_date")
    if meeting.place:
        yield say(language, "card.place", words=meeting.place)
    if report.published:
        yield say(language, "card.published", words=spoken(report.published, language))


_FORMATS = {"docx": "Word", "pdf": "PDF"}
"""What people call the formats that have no encoding of their own."""


def _found(facts: Facts, language: Language) -> Iterator[str]:
    names = tuple(person.name for person in facts.attendance)
    if names:
        shown = joined(names[:_MOST_NAMES], language) + ("…" if len(names) > _MOST_NAMES else "")
        yield say(language, "card.people_named", count=len(names), names=shown)
    else:
        yield say(language, "card.people", count=0)
    outcomes = sum(decision.kind in OUTCOMES for decision in facts.decisions)
    yield say(language, "card.decisions", outcomes=outcomes, agenda=len(facts.decisions) - outcomes)
    hard = sum(goal.quantity is not None or goal.deadline is not None for goal in facts.goals)
    yield say(language, "card.goals", count=len(facts.goals), hard=hard)
    if by_hand := sum(1 for _ in manual_spans(facts)):
        yield say(language, "card.by_hand", count=by_hand)


def _text(report: Report, language: Language) -> Iterator[str]:
    yield say(language, "card.paragraphs", count=len(report.paragraphs))
    if report.encoding in _FORMATS:
        yield say(language, "card.format", words=_FORMATS[report.encoding])
    elif report.encoding:
        yield say(language, "card.encoding", words=report.encoding)
    steps = [step for step in report.cleaning if step.places]
    between = ", " if language == "en" else "，"
    if steps:
        named = (say(language, "card.step", name=_step(step.name, language), count=step.places) for step in steps)
        yield say(language, "card.cleaned", words=between.join(named))
    else:
        yield say(language, "card.nothing_cleaned")
    if report.damage:
        spots = between.join(spot[:_SPOT_LENGTH] for spot in report.damage[:_MOST_SPOTS])
        more = "…" if len(report.damage) > _MOST_SPOTS else ""
        yield say(language, "card.damaged", count=len(report.damage), words=spots + more)


def _step(name: str, language: Language) -> str:
    """A cleaner's name for people; a cleaner that has none yet is called what it calls itself."""
    return table(language).get(f"cleaning.{name.replace(' ', '_')}", name)
