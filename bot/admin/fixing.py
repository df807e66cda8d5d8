"""*Fix* under a report: what can be corrected by buttons, whom it is about, and the one message that it may need."""

import asyncio
import time
from collections.abc import Callable
from datetime import date

from telegram import Message
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin.permission import may_press, note
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.handlers.presses import Press, answer
from bot.memories import Action
from bot.render import html
from bot.render.clean import label
from bot.texts import say
from data.clean import clean_text
from data.corrections import Correction, CorrectionKind
from data.records import Stored
from data.store.corrections import correct
from retrieval.records import Language

_KINDS: tuple[CorrectionKind, ...] = ("rename", "remove", "add", "date", "meeting")
_MOST_PEOPLE = 60
_A_ROW = 3
_LONGEST_NAME, _LONGEST_WORDS = 30, 80


def button(number: int, language: Language) -> buttons.Row:
    """The row under a report that begins it."""
    return [(say(language, "fix.button"), {"do": "fix", "number": number, "language": language})]


async def begin(press: Press) -> None:
    """What is wrong?"""
    if await may_press(press) and (stored := await _report(press)):
        rows = [
            [(say(press.language, f"fix.{kind}"), press.action | {"do": "fix_kind", "kind": kind})] for kind in _KINDS
        ]
        meeting = stored.facts.meeting
        if full := meeting.body or meeting.name:
            action = {"do": "alias", "meaning": full, "language": press.language}
            rows.append([(say(press.language, "fix.alias"), action)])
        await _show(press, say(press.language, "fix.what", number=stored.number), rows)


async def choose(press: Press) -> None:
    """Which person, or what instead?"""
    if not await may_press(press) or (stored := await _report(press)) is None:
        return
    kind: CorrectionKind = press.action["kind"]
    if kind in {"rename", "remove"} and "subject" not in press.action:
        await _show(press, say(press.language, "fix.whom"), _people(stored, press.action))
    elif kind == "remove":
        done = await _correct(press.at, press.message.chat.id, press.query.from_user.id, press.action, "")
        await _say(press, _told(done, press.action, "", press.language))
    else:
        await asyncio.to_thread(press.at.memories.dialogues.await_words, press.talk, press.action)
        await _say(press, say(press.language, f"fix.ask_{kind}", name=press.action.get("subject", "")))


async def words(message: Message, action: Action, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes the message that was asked for; False when it cannot be what was asked, and more is waited for."""
    language, user = language_for(message, context), message.from_user
    read = _READ[action["kind"]](clean_text(heard.words(message)))
    if read is None or user is None:
        await sending.reply(context.bot, message, html.sentence(say(language, f"fix.ask_again_{_form(action)}")))
        return False
    subject, value = read
    action = action | ({"subject": subject} if subject else {})
    done = await _correct(desk(context), message.chat.id, user.id, action, value)
    await sending.reply(context.bot, message, html.sentence(_told(done, action, value, language)))
    return True


async def _correct(at: Desk, chat: int, user: int, action: Action, value: str) -> bool:
    """Keeps the correction in this reader's report and notes it; False when the report is gone."""
    reader, number = await at.reader(chat), action["number"]
    stored = await asyncio.to_thread(at.store.get, reader, number)
    correction = Correction(action["kind"], action.get("subject", ""), value, user, time.time())
    row = await asyncio.to_thread(correct, at.store, reader, number, correction)
    if stored is None or row is None:
        return False
    await at.refresh()
    await note(at, user, "correct", stored.collection, number, row)
    return True


def _told(done: bool, action: Action, value: str, language: Language) -> str:
    number = action["number"]
    if not done:
        return say(language, "report.missing", number=number)
    return say(language, f"fix.done_{action['kind']}", number=number, name=action.get("subject", ""), value=value)


def _form(action: Action) -> str:
    return "date" if action["kind"] == "date" else "words"


def _people(stored: Stored, action: Action) -> list[buttons.Row]:
    names = [person.name for person in stored.facts.attendance[:_MOST_PEOPLE]]
    cells = [(label(name, _LONGEST_NAME), action | {"subject": name}) for name in names]
    return [cells[start : start + _A_ROW] for start in range(0, len(cells), _A_ROW)]


async def _report(press: Press) -> Stored | None:
    """The report, if it is still there for this chat; says so where not."""
    reader = await press.at.reader(press.message.chat.id)
    stored = await asyncio.to_thread(press.at.store.get, reader, press.action["number"])
    missing = say(press.language, "report.missing", number=press.action["number"])
    await answer(press.query, None if stored else missing)
    return stored


async def _show(press: Press, text: str, rows: list[buttons.Row]) -> None:
    chat, user = press.message.chat.id, press.query.from_user.id
    keyboard = await asyncio.to_thread(buttons.keyboard, press.at.memories, chat, rows, user)
    await sending.reply(press.context.bot, press.message, html.sentence(text), keyboard)


async def _say(press: Press, text: str) -> None:
    await sending.reply(press.context.bot, press.message, html.sentence(text))


Read = tuple[str, str] | None


def _name(text: str) -> Read:
    return ("", text) if 0 < len(text) <= _LONGEST_WORDS and "\n" not in text else None


def _person(text: str) -> Read:
    """`祝青禾 市长`, `John Smith, mayor`: the name, then the office if any."""
    name, _, office = text.replace("，", ",").partition("," if "," in text or "，" in text else " ")
    name, office = name.strip(), office.strip()
    fits = 1 < len(name) <= _LONGEST_NAME and len(text) <= _LONGEST_WORDS and "\n" not in text
    return (name, office) if fits else None


def _day(text: str) -> Read:
    digits = text.replace("年", "-").replace("月", "-").replace("日", "").replace("/", "-").replace(".", "-")
    try:
        return "", date(*map(int, digits.split("-"))).isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


_READ: dict[CorrectionKind, Callable[[str], Read]] = {"rename": _name, "add": _person, "date": _day, "meeting": _name}
