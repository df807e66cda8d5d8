"""`/alias 国常会 = 国务院常务会议`: other names for bodies and meetings, for everyone or for one group."""

import asyncio
import re

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import heard, sending
from bot.access import collection_for
from bot.admin.permission import may_load, may_press, note
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.handlers.presses import Press, answer
from bot.memories import Action
from bot.render import html
from bot.texts import say
from data.clean import clean_text
from data.store.aliases import drop_alias, put_alias

_GIVEN = re.compile(r"\s*(?P<alias>[^=＝\n]{2,20}?)\s*[=＝]\s*(?P<meaning>[^=＝\n]{0,60}?)\s*")
_EQUALS = re.compile("[=＝]")
_MOST_SHOWN = 40


async def alias(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """With `alias = name` sets one, with nothing behind `=` drops it, alone shows those of this chat."""
    message = update.message
    if message is None or not await may_load(message, context):
        return
    given = heard.argument(message)
    if given:
        await _change(message, given, context)
        return
    at, language = desk(context), language_for(message, context)
    known = (await asyncio.to_thread(at.store.aliases)).get(collection_for(message.chat), {})
    shown = [f"{short} = {full}" for short, full in sorted(known.items())[:_MOST_SHOWN]]
    text = "\n".join((say(language, "alias.known" if shown else "alias.none"), *shown, say(language, "alias.usage")))
    await sending.reply(context.bot, message, html.sentence(text))


async def begin(press: Press) -> None:
    """The button under a gap asks for the alias that would have helped, the one under a report for its body's."""
    if not await may_press(press):
        return
    await answer(press.query)
    await asyncio.to_thread(press.at.memories.dialogues.await_words, press.talk, press.action)
    full = press.action.get("meaning")
    asked = (
        say(press.language, "alias.ask_of", meaning=full)
        if full
        else say(press.language, "alias.ask", question=press.action["question"])
    )
    await sending.reply(press.context.bot, press.message, html.sentence(asked))


async def words(message: Message, action: Action, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes the alias that was asked for; False when it is none."""
    given, full = heard.words(message), action.get("meaning")
    return await _change(message, f"{given} = {full}" if full and not _EQUALS.search(given) else given, context)


async def _change(message: Message, given: str, context: ContextTypes.DEFAULT_TYPE) -> bool:
    at, language, user = desk(context), language_for(message, context), message.from_user
    found = _GIVEN.fullmatch(clean_text(given))
    if found is None or user is None or found["alias"] == found["meaning"]:
        await sending.reply(context.bot, message, html.sentence(say(language, "alias.usage")))
        return False
    short, full = found["alias"], found["meaning"]
    told = await (_put(at, message, user.id, short, full) if full else _drop(at, message, user.id, short))
    await at.refresh()
    await sending.reply(context.bot, message, html.sentence(say(language, told, alias=short, meaning=full)))
    return True


async def _put(at: Desk, message: Message, user: int, short: str, full: str) -> str:
    collection = collection_for(message.chat)
    before = await asyncio.to_thread(put_alias, at.store, collection, short, full)
    await note(at, user, "alias", collection, short, before or "")
    return "alias.set"


async def _drop(at: Desk, message: Message, user: int, short: str) -> str:
    collection = collection_for(message.chat)
    before = (await asyncio.to_thread(at.store.aliases)).get(collection, {}).get(short, "")
    if not await asyncio.to_thread(drop_alias, at.store, collection, short):
        return "alias.unknown"
    await note(at, user, "alias", collection, short, before)
    return "alias.dropped"
