"""A reply → the document that says it, in the language of the question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.render import items, people
from bot.render.citations import Section, marks, numbered, sources
from bot.render.dates import spoken
from bot.render.document import BLANK, Document, Line, Piece, bold, plain
from bot.render.names import joined
from bot.texts import say
from data.clean.script import to_traditional
from data.records import OUTCOMES
from retrieval.records import Answer, Entry, Kind, Language, MeetingRef, NoAnswer

Writer = Callable[[Answer, Sequence[Entry], Language], tuple[Line, ...]]

_MOST_MEETINGS = 30
"""Meetings listed in one message; the rest is counted."""


def document(answer: Answer | NoAnswer, link: str = "") -> Document:
    """The whole reply: what was carried over, each thing asked in order, then the sources, see `sources` for `link`."""
    language = answer.question.language
    whole = numbered(answer)
    lines = [*_notes(answer, language)]
    for section in whole.sections:
        said = _answered(section, language) if isinstance(section, Answer) else _refused(section, language)
        if said[-1] not in lines or isinstance(section, Answer):
            lines += [BLANK, *said] if lines else said
    return Document(_in_script(tuple(lines), language), sources(whole.citations, language, link))


def _notes(answer: Section, language: Language) -> Iterator[Line]:
    """How the question was read where that is not plain from its words."""
    for typed, read in answer.question.repairs:
        yield Line((Piece(say(language, "answer.repaired", typed=typed, read=read), "italic"),))
    headings = {meeting.name for meeting in answer.meetings[:1]}
    carried = tuple(what for what in answer.carried if what not in headings)
    if carried:
        what = joined_words(carried, language)
        yield Line((Piece(say(language, "answer.carried", what=what), "italic"),))


def _answered(answer: Answer, language: Language) -> list[Line]:
    lines = list(_body(answer, language))
    if answer.status == "partial":
        lines.append(plain(say(language, "answer.partial")))
    if answer.rests_on > 1:
        lines.append(plain(say(language, "answer.rests_on", count=answer.rests_on)))
    return lines


def _body(answer: Answer, language: Language) -> Iterator[Line]:
    """Under a heading a meeting where the entries come from several, else under the one meeting's."""
    write = _WRITERS[answer.kind]
    if answer.status == "ambiguous":
        yield bold(say(language, "none.which_one"))
        yield from _meetings(answer.meetings, language)
        return
    parts = _by_report(answer)
    if answer.kind in _UNDER_ONE_HEADING or len(parts) == 1:
        yield from _heading(answer.meetings, language) if answer.kind not in _UNDER_ONE_HEADING else ()
        yield from write(answer, answer.entries, language)
        return
    for report, entries in parts:
        here = tuple(meeting for meeting in answer.meetings if meeting.report == report)
        yield from _heading(here, language)
        yield from write(answer, entries, language)


def _by_report(answer: Answer) -> list[tuple[str, tuple[Entry, ...]]]:
    """The entries a report, reports in the order of their first entry; at least one part."""
    parts: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        parts.setdefault(entry.report, []).append(entry)
    return [(report, tuple(entries)) for report, entries in parts.items()] or [("", ())]


def _heading(meetings: Sequence[MeetingRef], language: Language) -> tuple[Line, ...]:
    return (Line(_meeting(meetings[0], language)),) if meetings else ()


def _meeting(meeting: MeetingRef, language: Language) -> tuple[Piece, ...]:
    named = Piece(meeting.name or meeting.title or say(language, "answer.no_title"), "bold")
    return (named, Piece(f" · {spoken(meeting.date, language)}")) if meeting.date else (named,)


def _meetings(meetings: Sequence[MeetingRef], language: Language) -> Iterator[Line]:
    for meeting in meetings[:_MOST_MEETINGS]:
        yield Line((Piece("• "), *_meeting(meeting, language)))
    if len(meetings) > _MOST_MEETINGS:
        yield plain(say(language, "answer.more", count=len(meetings) - _MOST_MEETINGS))


def _refused(answer: NoAnswer, language: Language) -> list[Line]:
    """Why there is no answer; the nearest passages are shown as such, never as the answer."""
    if answer.reason == "which_one":
        return [bold(say(language, "none.which_one")), *_meetings(answer.meetings, language)]
    lines = [plain(_refusal(answer, language))]
    if answer.citations:
        lines.append(plain(say(language, "none.nearest")))
        lines += [plain(f"• {citation.quote} [{citation.n}]") for citation in answer.citations]
    return lines


def _refusal(answer: NoAnswer, language: Language) -> str:
    if answer.reason == "no_report":
        return say(language, "none.no_report")
    named = next((meeting.name or meeting.title for meeting in answer.meetings), "").strip("《》")
    return say(language, "none.not_said_of", meeting=named) if named else say(language, "none.not_said")


def _cited(answer: Answer, text: str) -> Line:
    """A sentence with the marks of all that proves the answer."""
    cites = {n for entry in answer.entries for n in entry.cites} or {citation.n for citation in answer.citations}
    return plain(text + marks(tuple(sorted(cites))))


def _people(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """Everybody by role; where one role was asked for, under its name."""
    if answer.kind == "who_attended":
        return people.by_role(entries, language)
    role = "role.chair" if answer.kind == "who_chaired" else "role.speak"
    return (bold(say(language, role)), *people.listed(entries, language))


def _did_attend(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    question, shown = answer.question, [entry for entry in entries if entry.what == "person"]
    asked = question.subject or question.people or answer.names or tuple(entry.text for entry in shown)
    key = "answer.attended" if answer.value else "answer.absent"
    if question.role in _ROLES_ASKED:
        key = f"did.{'yes' if answer.value else 'no'}_{question.role}"
    named = joined(asked, language) or say(language, "answer.the_asked")
    return (_cited(answer, say(language, key, people=named)), *people.by_role(shown, language))


def _decided(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    if answer.kind == "what_decided" and not any(entry.kind in OUTCOMES for entry in entries):
        return (plain(say(language, "side.no_outcome")), *items.decisions(entries, language))
    return items.decisions(entries, language)


def _goals(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del answer
    return items.goals(entries, language)


def _when(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del entries
    return (_cited(answer, say(language, "answer.when", date=spoken(answer.date or "", language))),)


def _where(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del entries
    return (_cited(answer, say(language, "answer.where", place=answer.text or "")),)


def _title_of(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    held = [entry for entry in entries if entry.what == "person" and entry.detail]
    if held:
        return people.listed(held, language)
    asked = joined(answer.question.people, language)
    if asked:
        return (_cited(answer, say(language, "answer.office", people=asked, office=answer.text or "")),)
    return (_cited(answer, say(language, "answer.office_alone", office=answer.text or "")),)


def _count(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    key = _COUNTED.get(answer.question.measure, "answer.count_number")
    if not answer.question.measure and {entry.what for entry in entries} <= {"meeting"}:
        key = "answer.count"
    total = bold(say(language, key, count=answer.value or 0))
    return (total, *_mixed(entries, language))


def _which(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    heading = bold(say(language, "answer.meetings"))
    return (heading, *(_mixed(entries, language) or tuple(_meetings(answer.meetings, language))))


def _topic(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del answer
    return (plain(say(language, "answer.topic")), *_mixed(entries, language))


def _mixed(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    return tuple(_LINES[entry.what](entry, language) for entry in entries)


def _meeting_line(entry: Entry, language: Language) -> Line:
    day = f" · {spoken(entry.detail, language)}" if entry.detail else ""
    return Line(
        (Piece("• "), Piece(entry.text or say(language, "answer.no_title"), "bold"), Piece(day + marks(entry.cites)))
    )


def joined_words(words: Sequence[str], language: Language) -> str:
    """Words as a list within a sentence."""
    return (", " if language == "en" else "、").join(words)


def _in_script(lines: tuple[Line, ...], language: Language) -> tuple[Line, ...]:
    """Traditional characters for who asked in them; quotes under "sources" stay letter for letter."""
    if language != "zh-hant":
        return lines
    return tuple(
        Line(tuple(replace(piece, text=to_traditional(piece.text)) for piece in line.pieces)) for line in lines
    )


_WRITERS: dict[Kind, Writer] = {
    "who_chaired": _people,
    "who_attended": _people,
    "who_spoke": _people,
    "did_attend": _did_attend,
    "what_decided": _decided,
    "what_agenda": _decided,
    "what_goals": _goals,
    "when": _when,
    "where": _where,
    "title_of": _title_of,
    "count": _count,
    "which_meetings": _which,
    "topic": _topic,
}
_ROLES_ASKED = frozenset({"chair", "speak", "observe", "absent"})
_COUNTED = {
    "meetings": "answer.count",
    "people": "answer.count_people",
    "votes": "answer.count_votes",
}
_UNDER_ONE_HEADING: frozenset[Kind] = frozenset({"count", "which_meetings", "topic"})
_LINES: dict[str, Callable[[Entry, Language], Line]] = {
    "person": lambda entry, language: people.listed((entry,), language)[0],
    "group": lambda entry, language: people.listed((entry,), language)[0],
    "item": items.item,
    "fact": items.item,
    "passage": items.item,
    "meeting": _meeting_line,
}
