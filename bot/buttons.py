"""The keyboards: which buttons stand under what, and the actions that they carry."""

from typing import Any

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.memories import Action, Memories
from bot.render.dates import spoken
from bot.render.wording import wording
from bot.texts import say
from retrieval.records import Answer, Kind, Language, MeetingRef, NoAnswer, Reply

Row = list[tuple[str, Action]]

NEIGHBOURS: tuple[Kind, ...] = ("who_attended", "what_decided", "what_goals")
_MOST_CHOICES = 8
_LABEL = 40
_MOST_COPIED = 256
_MOST_OF_TITLE = 120


def under_answer(reply: Reply, asked: str) -> list[Row]:
    """The neighbouring questions about the same meeting and the source; where several fit, which one."""
    answer, language = reply.answer, reply.answer.question.language
    if _is_open(answer):
        return [[_choice(meeting, answer, asked)] for meeting in answer.meetings[:_MOST_CHOICES]]
    row: Row = []
    if answer.meetings:
        report = answer.meetings[0].report
        row += [neighbour(kind, report, language) for kind in NEIGHBOURS if kind != answer.kind]
    if sources := places(answer):
        row.append((say(language, "button.source"), source(sources, 0, language)))
    rows = [row] if row else []
    if isinstance(answer, Answer) and answer.following is not None:
        rows.append([_next(answer.following, answer, asked)])
    return rows


def votes(reply: Reply, asked: str) -> list[Row]:
    """Whether the answer was good; nothing to say of a refusal or of a question back."""
    answer = reply.answer
    if _is_open(answer) or not isinstance(answer, Answer):
        return []
    action = {"do": "vote", "question": asked, "language": answer.question.language}
    return [[("👍", action | {"good": True}), ("👎", action | {"good": False})]]


def places(answer: Answer | NoAnswer) -> list[list[Any]]:
    """Where the sources of a whole answer stand, in the order of their numbers: report id, para, start, end."""
    return [[one.report, one.para, one.start, one.end] for one in wording(answer).citations]


def under_report(report: str, language: Language) -> list[Row]:
    """The questions that a report answers."""
    return [[neighbour(kind, report, language) for kind in NEIGHBOURS]]


def neighbour(kind: Kind, report: str, language: Language) -> tuple[str, Action]:
    """A question about a report, as a button."""
    text = say(language, f"ask.{kind}")
    return say(language, f"button.{kind}"), {"do": "ask", "text": text, "report": report, "language": language}


def source(sources: list[list[Any]], at: int, language: Language) -> Action:
    """Show the passage around the `at`-th of `places` (as `places` gives them); paging edits what is shown."""
    return {"do": "source", "places": sources, "at": at, "language": language}


def pages(at: int, count: int, action: Action, language: Language) -> list[Row]:
    """Back and forward through `count` pages; `action` holds the page in "at"."""
    row: Row = []
    if at > 0:
        row.append((say(language, "button.back"), action | {"at": at - 1, "paging": True}))
    if at < count - 1:
        row.append((say(language, "button.forward"), action | {"at": at + 1, "paging": True}))
    return [row] if row else []


def keyboard(memories: Memories, chat: int, rows: list[Row], user: int | None = None) -> InlineKeyboardMarkup | None:
    """The rows as Telegram's keyboard, their actions kept for this chat (and user); None for no buttons."""
    if not rows:
        return None
    data = iter(memories.buttons.keep(chat, [action for row in rows for _, action in row], user))
    return InlineKeyboardMarkup([[_button(label, action, next(data)) for label, action in row] for row in rows])


def copying(quote: str, title: str, language: Language) -> Row:
    """A button that puts a citation on the clipboard, cut where it is long; Telegram does that without the bot."""
    named = f" — {title[:_MOST_OF_TITLE]}"
    room = _MOST_COPIED - len(named)
    cut = quote if len(quote) <= room else f"{quote[: room - 1]}…"
    return [(say(language, "button.copy"), {"copy": cut + named})]


def _button(label: str, action: Action, data: str) -> InlineKeyboardButton:
    if "copy" in action:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(action["copy"]))
    return InlineKeyboardButton(label, callback_data=data)


def _is_open(answer: Answer | NoAnswer) -> bool:
    if isinstance(answer, NoAnswer):
        return answer.reason == "which_one"
    return answer.status == "ambiguous"


def _choice(meeting: MeetingRef, answer: Answer | NoAnswer, asked: str) -> tuple[str, Action]:
    language = answer.question.language
    day = f"{spoken(meeting.date, language)} " if meeting.date else ""
    label = day + (meeting.name or meeting.title or say(language, "answer.no_title"))
    action = {"do": "ask", "text": _again(answer, asked), "report": meeting.report, "language": language}
    return label[:_LABEL], action


def _next(meeting: MeetingRef, answer: Answer, asked: str) -> tuple[str, Action]:
    """The same question about the next meeting of the series."""
    language = answer.question.language
    label = say(language, "button.next_meeting", day=spoken(meeting.date, language) if meeting.date else "")
    text = _again(answer, asked) if answer.kind != "topic" else say(language, f"ask.{NEIGHBOURS[0]}")
    return label, {"do": "ask", "text": text, "report": meeting.report, "language": language}


def _again(answer: Answer | NoAnswer, asked: str) -> str:
    """The question without the words that name a meeting; as it was asked where it cannot be put so."""
    language, people = answer.question.language, answer.question.people
    if answer.kind in _ASKED_PLAINLY:
        return say(language, f"ask.{answer.kind}")
    if answer.kind in _ASKED_OF_PEOPLE and people:
        joined = (" and " if language == "en" else "、").join(people)
        return say(language, f"ask.{answer.kind}", people=joined)
    return asked


_ASKED_PLAINLY: frozenset[Kind] = frozenset(
    {"who_chaired", "who_attended", "who_spoke", "what_decided", "what_agenda", "what_goals", "when", "where"}
)
_ASKED_OF_PEOPLE: frozenset[Kind] = frozenset({"did_attend", "title_of"})
