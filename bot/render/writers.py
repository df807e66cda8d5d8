"""What each kind of answer says, from its entries."""

from collections.abc import Callable, Sequence

from bot.render import items, meetings, people
from bot.render.citations import marks
from bot.render.dates import spoken
from bot.render.document import Line, Piece, bold, plain
from bot.render.names import joined
from bot.texts import say
from data.records import OUTCOMES
from retrieval.records import Answer, Entry, Kind, Language

Writer = Callable[[Answer, Sequence[Entry], Language], tuple[Line, ...]]


def _cited(answer: Answer, text: str) -> Line:
    """A sentence with the marks of all that proves the answer."""
    cites = {n for entry in answer.entries for n in entry.cites} or {citation.n for citation in answer.citations}
    return Line((Piece(text), marks(tuple(sorted(cites)))))


def _people(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """Everybody by role; where one role was asked for, under its name."""
    if answer.kind == "who_attended":
        return people.by_role(entries, language)
    role = "role.chair" if answer.kind == "who_chaired" else "role.speak"
    return (bold(say(language, role)), *people.listed(entries, language))


def _did_attend(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    question, shown = answer.question, [entry for entry in entries if entry.what == "person"]
    named = question.subject or question.strangers or question.people
    asked = named or answer.names or tuple(entry.text for entry in shown)
    key = "answer.attended" if answer.value else "answer.absent"
    if question.role in _ROLES_ASKED:
        key = f"did.{'yes' if answer.value else 'no'}_{question.role}"
    people_asked = joined(asked, language) or say(language, "answer.the_asked")
    return (_cited(answer, say(language, key, people=people_asked)), *people.by_role(shown, language))


def _decided(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    if answer.kind == "what_decided" and not any(entry.kind in OUTCOMES for entry in entries):
        return (plain(say(language, "side.no_outcome")), *items.decisions(entries, language))
    return items.decisions(entries, language)


def _goals(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del answer
    return items.goals(entries, language)


def _when(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    """The meeting's day, its hour before it where that is asked for; of what it spoke of, the day alone."""
    del entries
    held = answer.meetings[0].date if answer.meetings else None
    own = held == answer.date or (held is None and "when" in answer.question.kinds)
    key = "answer.when" if own else "answer.day"
    day = _cited(answer, say(language, key, date=spoken(answer.date or "", language)))
    return (_cited(answer, answer.text), day) if answer.text else (day,)


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
    if answer.value is None and answer.text:
        return (bold(say(language, "answer.count_number", count=answer.text)), *_mixed(entries, language))
    key = _COUNTED.get(answer.question.measure, "answer.count_number")
    if not answer.question.measure and {entry.what for entry in entries} <= {"meeting"}:
        key = "answer.count"
    total = bold(say(language, key, count=answer.value or 0))
    return (total, *_mixed(entries, language))


def _which(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    heading = bold(say(language, "answer.meetings"))
    return (heading, *(_mixed(entries, language) or tuple(meetings.listed(answer.meetings, language))))


def _topic(answer: Answer, entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    del answer
    return (plain(say(language, "answer.topic")), *_mixed(entries, language))


def _mixed(entries: Sequence[Entry], language: Language) -> tuple[Line, ...]:
    return tuple(_LINES[entry.what](entry, language) for entry in entries)


WRITERS: dict[Kind, Writer] = {
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
UNDER_ONE_HEADING: frozenset[Kind] = frozenset({"count", "which_meetings", "topic"})
_LINES: dict[str, Callable[[Entry, Language], Line]] = {
    "person": lambda entry, language: people.listed((entry,), language)[0],
    "group": lambda entry, language: people.listed((entry,), language)[0],
    "item": items.item,
    "fact": items.item,
    "passage": items.item,
    "meeting": meetings.line,
}
