"""Files sent together after one `/load`: a batch, told in one message that grows."""

import asyncio

from telegram import Message
from telegram.ext import ContextTypes

from bot import sending
from bot.desk import desk
from bot.handlers.intake import Taken, take
from bot.handlers.languages import language_for
from bot.memories import Action
from bot.render import html
from bot.render.clean import label
from bot.texts import say
from retrieval.records import Language

_TITLE = 80


async def begin(message: Message, collection: str | None, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes the first file of an album; False for a message that is not in one."""
    if message.document is None or message.media_group_id is None:
        return False
    batch: Action = {"collection": collection, "message": None, "lines": []}
    await _next(message, batch, context)
    return True


async def goes_on(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Takes a further file of an album whose first was loaded; False for any other message."""
    if message.document is None or message.media_group_id is None:
        return False
    batch = await asyncio.to_thread(desk(context).memories.batch, message.chat.id, message.media_group_id)
    if batch is not None:
        await _next(message, batch, context)
    return batch is not None


async def _next(message: Message, batch: Action, context: ContextTypes.DEFAULT_TYPE) -> None:
    taken = await take(message, message.document, "", batch["collection"], context)
    lines = [*batch["lines"], _line(taken, language_for(message))]
    heading = say(language_for(message), "load.batch", count=len(lines))
    part = html.sentence("\n".join((heading, *lines)))[0]
    standing = batch["message"]
    if standing is None:
        (standing,) = await sending.reply(context.bot, message, [part])
    else:
        await sending.edit(context.bot, message.chat.id, standing, part)
    kept = batch | {"message": standing, "lines": lines}
    album = message.media_group_id or ""
    await asyncio.to_thread(desk(context).memories.keep_batch, message.chat.id, album, kept)


def _line(taken: Taken | str, language: Language) -> str:
    if isinstance(taken, str):
        return f"✗ {taken}"
    saved, title = taken.loaded.saved, label(taken.loaded.report.title, _TITLE)
    said = say(language, "load.loaded" if saved.created else "load.known", number=saved.number)
    superseded = "" if taken.earlier is None else say(language, "load.superseded", number=taken.earlier)
    return f"✓ {title or say(language, 'answer.no_title')} — {said}{superseded}"
