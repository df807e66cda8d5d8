"""Buttons: each press is looked up, its rights checked again, and always answered."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import sending
from bot.admin import aliases, audience, deleting, fixing
from bot.desk import desk
from bot.handlers import ask, limits, manage, passages, pictures, settings, votes
from bot.handlers.languages import language_of_user
from bot.handlers.presses import Press, answer
from bot.loads import batches, loaded
from bot.loads import command as load
from bot.news import following
from bot.render import html
from bot.texts import say
from retrieval.records import Context


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Does what the button says, or says that it no longer works."""
    query = update.callback_query
    if query is None:
        return
    message = query.message
    chat = message.chat.id if message else 0
    memories = desk(context).memories
    action = await asyncio.to_thread(memories.buttons.pressed, query.data or "", chat, query.from_user.id)
    if action is None or not isinstance(message, Message):
        await answer(query, say(language_of_user(query.from_user), "alert.expired"))
        return
    await _DOES[action["do"]](Press(action, message, query, context))


async def _ask(press: Press) -> None:
    """Asks the button's question about its report, as the person who pressed it."""
    if not await limits.has_room_to_press(press):
        return
    await answer(press.query)
    chat, text = press.message.chat.id, press.action["text"]
    reply = await press.at.ask(chat, press.query.from_user.id, text, Context(reports=(press.action["report"],)))
    await ask.say_reply(press.message, reply, text, press.context)
    await asyncio.to_thread(press.at.memories.conversations.go_on, press.talk, reply.context)


async def _reports(press: Press) -> None:
    await answer(press.query)
    part, keyboard = await manage.page(press.at, press.message.chat.id, press.action)
    await sending.edit(press.context.bot, press.message.chat.id, press.message.message_id, part, keyboard)


async def _delete(press: Press) -> None:
    """Deletes, if the one who presses may still do so."""
    if not press.at.access.may_manage(press.query.from_user, await press.at.loaders()):
        await answer(press.query, say(press.language, "alert.forbidden"))
        return
    await answer(press.query)
    gone = await deleting.delete(press.at, press.message.chat.id, press.query.from_user.id, press.action["number"])
    await _settle(press, "delete.done" if gone else "report.missing")


async def _keep(press: Press) -> None:
    await answer(press.query)
    await _settle(press, "delete.kept")


async def _numbers(press: Press) -> None:
    """Sends the numbers behind a picture."""
    await answer(press.query)
    await pictures.numbers(press.message, press.action, press.context)


async def _settle(press: Press, key: str) -> None:
    """Puts the outcome in the place of the question."""
    (part,) = html.sentence(say(press.language, key, number=press.action["number"]))
    await sending.edit(press.context.bot, press.message.chat.id, press.message.message_id, part)


_DOES: dict[str, Callable[[Press], Awaitable[None]]] = {
    "ask": _ask,
    "source": passages.turn,
    "reports": _reports,
    "delete": _delete,
    "keep": _keep,
    "numbers": _numbers,
    "vote": votes.vote,
    "take_back": loaded.take_back,
    "to_group": loaded.to_group,
    "move": loaded.move,
    "load": load.begin,
    "load_confirm": batches.confirm,
    "load_cancel": batches.cancel,
    "load_choose": batches.choose,
    "load_for_whom": batches.for_whom,
    "load_take_back_all": batches.take_back_all,
    "follow_mute": following.mute_or_not,
    "follow_end": following.end,
    "setting": settings.change,
    "fix": fixing.begin,
    "fix_kind": fixing.choose,
    "alias": aliases.begin,
    "audience": audience.choose,
}
