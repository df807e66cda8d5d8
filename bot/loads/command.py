"""`/load`: a file with the command as caption, a reply to a file or text, or pasted text; for owners and loaders.

What follows the command may be `?` (or `dry`): then every report waits for a yes.
"""

import asyncio
import re

from telegram import Document, Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin import audience
from bot.admin.permission import may_press
from bot.desk import desk
from bot.handlers.languages import language_for
from bot.handlers.presses import Press, answer
from bot.loads import batches
from bot.loads.batch import Batch
from bot.loads.intake import item_of
from bot.memories import DIALOGUE, Talk
from bot.render import html
from bot.texts import say
from retrieval.records import Language

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
"""Nothing is fetched from the web: whoever may load could make this machine call any other."""
_ASKS = re.compile(r"(?:[?？]|(?:dry|试)(?=\s|$))\s*", re.IGNORECASE)


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/load` in any of its forms; without a report it waits for one."""
    message = update.message
    if message is None or await _refused(message, context):
        return
    said, document = heard.argument(message), _document(message)
    marked = _ASKS.match(said)
    text = said[marked.end() :] if marked else said
    if _LINK.fullmatch(text):
        no_links = say(language_for(message, context), "load.no_links")
        await sending.reply(context.bot, message, html.sentence(no_links))
        return
    text = text or (heard.quoted(message) if document is None else "")
    if document is not None or text:
        await _load(message, document, text, context, asks=bool(marked))
    else:
        await _wait(message, heard.talk(message), language_for(message, context), context, asks=bool(marked))


async def awaited(update: Update, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes a message as the report that `/load` waits for, or as the next file of an album; whether it did."""
    message = update.message
    if message is None or not await _may_load(message, context):
        return False
    if await _goes_on(message, context):
        return True
    memories, talk = desk(context).memories, heard.talk(message)
    if not await asyncio.to_thread(memories.dialogues.awaits_report, talk):
        return False
    asks = await asyncio.to_thread(memories.dialogues.awaits_to_ask, talk)
    await _load(message, message.document, heard.words(message), context, asks=asks)
    await asyncio.to_thread(memories.dialogues.cancel, talk)
    return True


async def begin(press: Press) -> None:
    """The button under a gap: waits for the report that would have helped."""
    if await may_press(press):
        await answer(press.query)
        await _wait(press.message, press.talk, press.language, press.context, asks=False)


async def _wait(
    message: Message, talk: Talk, language: Language, context: ContextTypes.DEFAULT_TYPE, *, asks: bool
) -> None:
    at = desk(context)
    await asyncio.to_thread(at.memories.dialogues.await_report, talk, None, asks=asks)
    waiting = say(language, "load.waiting", minutes=int(DIALOGUE.total_seconds() // 60))
    rows = await audience.rows(message.chat, talk.user, language, context)
    if rows:
        waiting += "\n" + say(language, "load.for_whom")
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows, talk.user)
    await sending.reply(context.bot, message, html.sentence(waiting), keyboard)


async def _refused(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Says no, kindly, to whoever may not load; whether it did."""
    if await _may_load(message, context):
        return False
    access, loaders = desk(context).access, await desk(context).loaders()
    hidden = message.sender_chat is not None or access.may_manage(message.from_user, loaders)
    refusal = say(language_for(message, context), "load.refused_hidden" if hidden else "load.refused")
    await sending.reply(context.bot, message, html.sentence(refusal))
    return True


async def _may_load(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    return desk(context).access.may_load(message, await desk(context).loaders())


def _document(message: Message) -> Document | None:
    replied = message.reply_to_message
    return message.document or (replied.document if replied else None)


async def _load(
    message: Message, document: Document | None, text: str, context: ContextTypes.DEFAULT_TYPE, *, asks: bool
) -> None:
    """Begins a batch with what was sent."""
    chosen = await audience.chosen(message, context)
    collection = await audience.collection(message, chosen, context)
    user, language = message.from_user.id if message.from_user else 0, language_for(message, context)
    title = (await asyncio.to_thread(desk(context).memories.groups.titles)).get(chosen, "") if chosen else ""
    batch = Batch(user, language, collection, chosen, title, asks)
    await batches.grow(message, batch, batches.key_of(message), item_of(document, text, language), context)


async def _goes_on(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes a further file of an album whose first was loaded; False for any other message."""
    if message.document is None or message.media_group_id is None:
        return False
    key = batches.key_of(message)
    batch = await asyncio.to_thread(batches.kept, desk(context), key)
    if batch is None:
        return False
    await batches.grow(message, batch, key, item_of(message.document, "", batch.language), context)
    return True
