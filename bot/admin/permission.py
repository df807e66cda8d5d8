"""Whether somebody may administer here and now, and the kind no where not."""

import asyncio
import time

from telegram import Chat, Message
from telegram.ext import ContextTypes

from bot import sending
from bot.access import own_collection
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.handlers.presses import Press, answer
from bot.render import html
from bot.texts import say
from data.records import PUBLIC
from data.store.audit import Action, Audit


async def may_load(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Whether an owner or loader speaks in their own name; says no where not."""
    at = desk(context)
    if at.access.may_load(message, await at.loaders()):
        return True
    await sending.reply(context.bot, message, html.sentence(say(language_for(message, context), "admin.only_loaders")))
    return False


async def owns(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Whether an owner speaks in their own name; says no where not."""
    if desk(context).access.owns(message):
        return True
    await sending.reply(context.bot, message, html.sentence(say(language_for(message, context), "rights.only_owners")))
    return False


async def may_press(press: Press) -> bool:
    """Whether the one who presses may still administer; says no where not."""
    if press.at.access.may_manage(press.query.from_user, await press.at.loaders()):
        return True
    await answer(press.query, say(press.language, "alert.forbidden"))
    return False


async def told_here(message: Message, context: ContextTypes.DEFAULT_TYPE) -> frozenset[str] | None:
    """The collections whose administration may be spoken of in this chat; None, all, in private.

    A group must not hear of another group's reports, not even from an owner who forgets where they are.
    """
    if message.chat.type == Chat.PRIVATE:
        return None
    earlier = await asyncio.to_thread(desk(context).memories.groups.earlier_id, message.chat.id)
    ids = [message.chat.id] if earlier is None else [message.chat.id, earlier]
    return frozenset({"", PUBLIC, *map(own_collection, ids)})


async def note(at: Desk, by: int, action: Action, collection: str, subject: object, value: object = "") -> None:
    """Puts what was done on record, with what undoing it needs."""
    await asyncio.to_thread(Audit(at.store).note, by, time.time(), action, collection, subject, value)
