"""A batch in the chat: it grows file by file, and its buttons say yes, no, for whom, or take it back."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from telegram import Message
from telegram.ext import ContextTypes

from bot import sending
from bot.access import collection_for, own_collection
from bot.admin import audience
from bot.admin.permission import may_press
from bot.desk import Desk, desk
from bot.handlers.presses import Press, answer
from bot.handlers.working import working
from bot.loads import loaded
from bot.loads.admitting import Outcome, admit, admit_confirmed, entry_of
from bot.loads.batch import Batch
from bot.loads.intake import Item, Seen, Taken, look
from bot.loads.showing import choice, shown
from bot.memories import Space, new_key
from bot.texts import say

WAITS = timedelta(days=1)
"""How long a report waits for a yes."""


def key_of(message: Message) -> str:
    """The files of an album are one batch; any other message is one by itself."""
    return f"{message.chat.id}:{message.media_group_id}" if message.media_group_id else new_key()


def kept(at: Desk, key: str) -> Batch | None:
    """The batch under that key, None when it is not known (any more)."""
    found = _space(at).get(key)
    return None if found is None else Batch.from_json(found)


async def grow(message: Message, batch: Batch, key: str, item: Item, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Takes one more item, and shows it in the batch's one message."""
    async with working(message, context) as signs:
        outcome = await admit(item, batch, context)
        if isinstance(outcome, Taken) and outcome.loaded.saved.created:
            signs.went_well()
    batch = replace(batch, entries=(*batch.entries, entry_of(item, outcome, batch.language)))
    part, keyboard = await shown(batch, key, outcome, message.chat, context)
    if batch.message:
        await sending.edit(context.bot, message.chat.id, batch.message, part, keyboard)
    else:
        (standing,) = await sending.reply(context.bot, message, [part], keyboard)
        batch = replace(batch, message=standing)
    if message.media_group_id or batch.waiting():
        await asyncio.to_thread(_space(desk(context)).put, key, batch.as_json())


async def confirm(press: Press) -> None:
    """Takes in what waits, if the one who presses may still do so, there."""
    batch = await _waited_for(press)
    if batch is None:
        return
    if batch.audience is not None and not await audience.is_there(batch.audience, batch.user, press.context):
        await answer(press.query, say(press.language, "load.not_in_group"))
        return
    await answer(press.query)
    await _settle(press, batch, [await admit_confirmed(item, batch, press.context) for item in _waiting(batch)])


async def cancel(press: Press) -> None:
    """What waits is left out."""
    if batch := await _waited_for(press):
        await answer(press.query)
        await _settle(press, batch, [say(batch.language, "draft.left", name=item.name) for item in _waiting(batch)])


async def choose(press: Press) -> None:
    """Asks for whom what waits is."""
    if batch := await _waited_for(press):
        await answer(press.query)
        keyboard = await choice(batch, press.action["batch"], press.message.chat, press.context)
        await sending.edit_keyboard(press.context.bot, press.message.chat.id, press.message.message_id, keyboard)


async def for_whom(press: Press) -> None:
    """What waits is for them: looked at again, since there other reports are known."""
    batch = await _waited_for(press)
    if batch is None:
        return
    chat, title = press.action["chat"], press.action["title"]
    if chat is not None and not await audience.is_there(chat, batch.user, press.context):
        await answer(press.query, say(press.language, "load.not_in_group"))
        return
    await answer(press.query)
    target = collection_for(press.message.chat) if chat is None else own_collection(chat)
    batch = replace(batch, collection=target, audience=chat, title=title)
    await _settle(press, batch, [await _seen(item, batch, press.context) for item in _waiting(batch)])


async def take_back_all(press: Press) -> None:
    """All that the batch brought in goes where deleted reports go."""
    if batch := await _pressed(press):
        await answer(press.query)
        for entry in batch.entries:
            if entry.state == "loaded" and batch.collection is not None:
                await loaded.withdraw(press, entry.number, batch.collection, entry.earlier)
        await press.at.refresh()
        left = say(batch.language, "draft.taken_back")
        gone = (
            replace(entry, line=f"✗ {left}", state="left") if entry.state == "loaded" else entry
            for entry in batch.entries
        )
        await _show(press, replace(batch, entries=tuple(gone)), "")


async def _seen(item: Item, batch: Batch, context: ContextTypes.DEFAULT_TYPE) -> Outcome:
    seen = await look(item, batch.collection, batch.language, context)
    if isinstance(seen, Seen) and seen.found.known is not None:
        return say(batch.language, "load.known", number=seen.found.known)
    return seen


async def _pressed(press: Press) -> Batch | None:
    """The batch of a button, if the one who presses may still load; says so where not."""
    if not await may_press(press):
        return None
    batch = await asyncio.to_thread(kept, press.at, press.action["batch"])
    if batch is None:
        await answer(press.query, say(press.language, "alert.expired"))
    return batch


async def _waited_for(press: Press) -> Batch | None:
    """As `_pressed`, of a batch of which something still waits."""
    batch = await _pressed(press)
    if batch is not None and not batch.waiting():
        await answer(press.query, say(press.language, "alert.expired"))
        return None
    return batch


async def _settle(press: Press, batch: Batch, outcomes: list[Outcome]) -> None:
    """What waited became this, in order."""
    became = iter(outcomes)
    entries = tuple(
        entry_of(entry.item, next(became), batch.language) if entry.state == "waiting" else entry
        for entry in batch.entries
    )
    await _show(press, replace(batch, entries=entries), outcomes[-1] if outcomes else "")


async def _show(press: Press, batch: Batch, last: Outcome) -> None:
    key, message = press.action["batch"], press.message
    part, keyboard = await shown(batch, key, last, message.chat, press.context)
    await sending.edit(press.context.bot, message.chat.id, message.message_id, part, keyboard)
    await asyncio.to_thread(_space(press.at).put, key, batch.as_json())


def _waiting(batch: Batch) -> list[Item]:
    return [entry.item for entry in batch.entries if entry.state == "waiting"]


def _space(at: Desk) -> Space:
    return at.memories.space("batch", WAITS)
