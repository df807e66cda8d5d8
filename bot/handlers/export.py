"""`/export`: all facts, the list of reports or the questions without an answer, as a file; for owners."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from telegram import Chat, Message, Update
from telegram.constants import ChatAction
from telegram.ext import ContextTypes

from bot import heard, sending, uploads
from bot.desk import desk
from bot.exports import FORMATS, WHAT, What, write, write_questions
from bot.handlers.languages import language_for
from bot.handlers.working import working
from bot.render import html
from bot.texts import say
from data.records import Reader
from data.store import Store
from retrieval.records import Language

_MEGABYTE = 1_000_000
_QUESTIONS = "questions"
Writing = Callable[[Store, Path, Language], int]


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/export [facts|reports|questions] [xlsx|csv|json]`, in any order: of what this chat may read."""
    message = update.message
    if message is None:
        return
    if not desk(context).access.owns(message):
        await _say(message, context, "rights.only_owners")
        return
    words = heard.argument(message).lower().split()
    if not set(words) <= {*WHAT, *FORMATS, _QUESTIONS}:
        await _say(message, context, "export.usage")
        return
    form = next((one for one in FORMATS if one in words), FORMATS[0])
    if _QUESTIONS in words:
        chat = None if message.chat.type == Chat.PRIVATE else message.chat.id
        await _export(message, _QUESTIONS, form, partial(_questions, chat), context)
        return
    what = next((one for one in WHAT if one in words), WHAT[0])
    reader = await desk(context).reader(message.chat.id)
    await _export(message, what, form, partial(_reports, reader, what), context)


def _reports(reader: Reader, what: What, store: Store, path: Path, language: Language) -> int:
    return write(store, reader, path, what, language)


def _questions(chat: int | None, store: Store, path: Path, language: Language) -> int:
    """A group's own; in private an owner's overview of all chats, which names none of them."""
    return write_questions(store, chat, path, language)


async def _export(message: Message, what: str, form: str, writing: Writing, context: ContextTypes.DEFAULT_TYPE) -> None:
    at, language = desk(context), language_for(message, context)
    name = f"huiwen-{what}-{at.today():%Y%m%d}.{form}"
    work = partial(_file, name, at.settings.data_dir, lambda path: writing(at.store, path, language))
    async with working(message, context, ChatAction.UPLOAD_DOCUMENT):
        count, size, data = await asyncio.get_running_loop().run_in_executor(at.studio, work)
    if count == 0:
        await _say(message, context, "export.nothing")
    elif data is None:
        await _say(message, context, "export.too_large", size=size // _MEGABYTE)
    else:
        said = say(language, "export.done", what=say(language, f"export.{what}"), count=count)
        await uploads.file(context.bot, message, name, data, said)


def _file(name: str, within: Path, written: Callable[[Path], int]) -> tuple[int, int, bytes | None]:
    """Rows, bytes, and the file where Telegram takes one so large; it lies below `within` only while it is made.

    The studio makes one file at a time, so what lies there before was left by a process that was killed.
    """
    for left in within.glob("export-*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="export-", dir=within) as folder:
        path = Path(folder, name)
        count = written(path)
        size = path.stat().st_size
        return count, size, path.read_bytes() if size <= uploads.LARGEST_FILE else None


async def _say(message: Message, context: ContextTypes.DEFAULT_TYPE, key: str, **values: object) -> None:
    await sending.reply(context.bot, message, html.sentence(say(language_for(message, context), key, **values)))
