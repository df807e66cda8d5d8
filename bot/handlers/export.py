"""`/export`: all facts, or the list of reports, as a file; for owners."""

import asyncio
import tempfile
from functools import partial
from pathlib import Path

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import heard, sending, uploads
from bot.desk import desk
from bot.exports import FORMATS, WHAT, What, write
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say
from data.records import Reader
from data.store import Store
from retrieval.records import Language

_MEGABYTE = 1_000_000


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/export [facts|reports] [xlsx|csv|json]`, in any order: of the reports that this chat may read."""
    message = update.message
    if message is None:
        return
    if not desk(context).access.owns(message):
        await _say(message, context, "rights.only_owners")
        return
    words = heard.argument(message).lower().split()
    if "questions" in words:
        await _say(message, context, "export.no_questions")
        return
    if not set(words) <= {*WHAT, *FORMATS}:
        await _say(message, context, "export.usage")
        return
    what = next((one for one in WHAT if one in words), WHAT[0])
    form = next((one for one in FORMATS if one in words), FORMATS[0])
    await _export(message, what, form, context)


async def _export(message: Message, what: What, form: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    at, language = desk(context), language_for(message)
    name = f"huiwen-{what}-{at.today():%Y%m%d}.{form}"
    work = partial(_file, at.store, await at.reader(message.chat.id), name, what, language, at.settings.data_dir)
    count, size, data = await asyncio.get_running_loop().run_in_executor(at.studio, work)
    if count == 0:
        await _say(message, context, "export.nothing")
    elif data is None:
        await _say(message, context, "export.too_large", size=size // _MEGABYTE)
    else:
        said = say(language, "export.done", what=say(language, f"export.{what}"), count=count)
        await uploads.file(context.bot, message, name, data, said)


def _file(
    store: Store, reader: Reader, name: str, what: What, language: Language, within: Path
) -> tuple[int, int, bytes | None]:
    """Rows, bytes, and the file where Telegram takes one so large; it lies below `within` only while it is made."""
    with tempfile.TemporaryDirectory(prefix="export-", dir=within) as folder:
        path = Path(folder, name)
        count = write(store, reader, path, what, language)
        size = path.stat().st_size
        return count, size, path.read_bytes() if size <= uploads.LARGEST_FILE else None


async def _say(message: Message, context: ContextTypes.DEFAULT_TYPE, key: str, **values: object) -> None:
    await sending.reply(context.bot, message, html.sentence(say(language_for(message), key, **values)))
