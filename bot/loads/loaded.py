"""The buttons under a loaded report's card: take it back, or give it to a group instead of everybody."""

import asyncio
import time
from collections.abc import Sequence

from telegram import Chat
from telegram.ext import ContextTypes

from bot import buttons, sending
from bot.access import own_collection
from bot.admin import audience
from bot.admin.permission import may_press, note
from bot.handlers.presses import Press, answer
from bot.loads.intake import Taken
from bot.render import html
from bot.texts import say
from data.corrections import Correction
from data.errors import ReportRefused
from data.records import Reader, Saved, Stored
from data.store import Store
from data.store.corrections import correct, corrections_to
from data.store.shelf import shelve, unshelve
from retrieval.records import Language


async def rows(
    chat: Chat, user: int, taken: Taken, language: Language, context: ContextTypes.DEFAULT_TYPE
) -> list[buttons.Row]:
    """Under the questions that the report answers; nothing is to be taken back where it was there before."""
    asking = buttons.under_report(taken.loaded.report.id, language)
    if not taken.loaded.saved.created:
        return asking
    action = {"number": taken.loaded.saved.number, "collection": taken.collection, "language": language}
    row = [(say(language, "button.take_back"), {"do": "take_back", "earlier": taken.earlier, **action})]
    if chat.type == Chat.PRIVATE and await audience.shared(user, context):
        row.append((say(language, "button.to_group"), {"do": "to_group", **action}))
    return [*asking, row]


async def take_back(press: Press) -> None:
    """The report goes where deleted ones go, and the version that it superseded comes back."""
    if not await may_press(press):
        return
    await answer(press.query)
    number, collection, earlier = press.action["number"], press.action["collection"], press.action["earlier"]
    gone = await withdraw(press, number, collection, earlier)
    await press.at.refresh()
    await _settle(press, "delete.done" if gone else "report.missing", number=number)


async def withdraw(press: Press, number: int, collection: str, earlier: int | None) -> bool:
    """Takes a report back that was just loaded; False when it is gone already."""
    gone = await _shelved(press, number, collection)
    if gone and earlier is not None:
        await asyncio.to_thread(_back, press, earlier)
    return gone


async def to_group(press: Press) -> None:
    """Asks for which group."""
    if not await may_press(press):
        return
    await answer(press.query)
    groups = await audience.shared(press.query.from_user.id, press.context)
    action = press.action | {"do": "move"}
    choice = [[(title, action | {"chat": chat, "title": title})] for chat, title in groups.items()]
    chat, user = press.message.chat.id, press.query.from_user.id
    keyboard = await asyncio.to_thread(buttons.keyboard, press.at.memories, chat, choice, user)
    asked = html.sentence(say(press.language, "load.which_group", number=press.action["number"]))
    await sending.reply(press.context.bot, press.message, asked, keyboard)


async def move(press: Press) -> None:
    """From now on only the group reads it, under a new number."""
    if not await may_press(press):
        return
    chat, user, number = press.action["chat"], press.query.from_user.id, press.action["number"]
    if not await audience.is_there(chat, user, press.context):
        await answer(press.query, say(press.language, "load.not_in_group"))
        return
    await answer(press.query)
    saved = await _moved(press, own_collection(chat))
    await press.at.refresh()
    if saved is None:
        await _settle(press, "report.missing", number=number)
        return
    await _settle(press, "load.moved", number=saved.number, title=press.action["title"])


async def _moved(press: Press, target: str) -> Saved | None:
    number, collection = press.action["number"], press.action["collection"]
    stored = await asyncio.to_thread(press.at.store.get, _only(collection), number)
    made = await asyncio.to_thread(corrections_to, press.at.store, _only(collection), number)
    if stored is None or not await _shelved(press, number, collection):
        return None
    saved = await asyncio.to_thread(_copied, press.at.store, stored, made, target)
    await note(press.at, press.query.from_user.id, "load", target, saved.number)
    return saved


async def _shelved(press: Press, number: int, collection: str) -> bool:
    gone = await asyncio.to_thread(shelve, press.at.store, _only(collection), number, time.time())
    if gone:
        await note(press.at, press.query.from_user.id, "delete", collection, number)
    return gone


def _copied(store: Store, stored: Stored, made: Sequence[Correction], target: str) -> Saved:
    """The report as it was extracted, with people's corrections as such; as it is where the target has it already."""
    saved = store.save(stored.report, store.uncorrected(stored), target)
    for correction in made if saved.created else ():
        correct(store, _only(target), saved.number, correction)
    return saved


def _back(press: Press, number: int) -> None:
    """The earlier version, unless its place was taken meanwhile."""
    try:
        unshelve(press.at.store, number)
    except ReportRefused:
        return


def _only(collection: str) -> Reader:
    return Reader(frozenset({collection}))


async def _settle(press: Press, key: str, **values: object) -> None:
    """Puts the outcome in the place of the card or of the question."""
    (part,) = html.sentence(say(press.language, key, **values))
    await sending.edit(press.context.bot, press.message.chat.id, press.message.message_id, part)
