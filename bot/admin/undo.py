"""`/undo`: takes back the last thing that a person did as administrator, within thirty days."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import sending
from bot.admin.permission import may_load, told_here
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say
from data.errors import ReportRefused
from data.records import Reader
from data.store.aliases import drop_alias, put_alias
from data.store.audit import Act, Action, Audit
from data.store.corrections import withdraw
from data.store.shelf import shelve, unshelve

REACH = timedelta(days=30)
"""How far back /undo reaches, and how long a deleted report can come back."""


async def undo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says what was taken back, or why it cannot be; a message that comes again after a kill takes back no more."""
    message = update.message
    if message is None or not await may_load(message, context):
        return
    memories, place = desk(context).memories, (message.chat.id, message.message_id)
    said = await asyncio.to_thread(memories.obeyed.outcome, *place)
    if said is None:
        said = await _take_back(message, context)
        await asyncio.to_thread(memories.obeyed.keep_outcome, *place, said)
    await sending.reply(context.bot, message, html.sentence(said))


async def _take_back(message: Message, context: ContextTypes.DEFAULT_TYPE) -> str:
    at, language, now = desk(context), language_for(message, context), time.time()
    audit, person = Audit(at.store), message.from_user.id if message.from_user else 0
    within = await told_here(message, context)
    act = await asyncio.to_thread(audit.last, person, now - REACH.total_seconds(), within)
    if act is None:
        return say(language, "undo.nothing")
    if act.action in {"grant", "revoke"} and not at.access.owns(message):
        return say(language, "rights.only_owners")
    key = "undo.done" if await _undone(at, act) else "undo.not_possible"
    await asyncio.to_thread(audit.undone, act.row, now)
    await at.refresh()
    return say(language, key, what=say(language, f"audit.{act.action}", subject=act.subject))


async def _undone(at: Desk, act: Act) -> bool:
    try:
        return await _UNDO[act.action](at, act)
    except ReportRefused:
        return False


async def _load(at: Desk, act: Act) -> bool:
    """The report goes where deleted ones go, and the version that it superseded comes back."""
    gone = await asyncio.to_thread(shelve, at.store, _within(act), int(act.subject), time.time())
    if gone and act.value:
        await asyncio.to_thread(unshelve, at.store, int(act.value))
    return gone


async def _delete(at: Desk, act: Act) -> bool:
    return await asyncio.to_thread(unshelve, at.store, int(act.subject))


async def _correct(at: Desk, act: Act) -> bool:
    return await asyncio.to_thread(withdraw, at.store, _within(act), int(act.value)) is not None


async def _grant(at: Desk, act: Act) -> bool:
    await asyncio.to_thread(at.memories.loaders.revoke, int(act.subject))
    return True


async def _revoke(at: Desk, act: Act) -> bool:
    await asyncio.to_thread(at.memories.loaders.grant, int(act.subject))
    return True


async def _alias(at: Desk, act: Act) -> bool:
    if act.value:
        await asyncio.to_thread(put_alias, at.store, act.collection, act.subject, act.value)
        return True
    return await asyncio.to_thread(drop_alias, at.store, act.collection, act.subject)


def _within(act: Act) -> Reader:
    """The reader of just the collection in which the person acted."""
    return Reader(frozenset({act.collection}))


_UNDO: dict[Action, Callable[[Desk, Act], Awaitable[bool]]] = {
    "load": _load,
    "delete": _delete,
    "correct": _correct,
    "grant": _grant,
    "revoke": _revoke,
    "alias": _alias,
}
