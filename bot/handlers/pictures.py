"""`/matrix`, `/timeline` and `/attendance`: a picture as the reply, and the numbers behind it on request."""

import asyncio
from io import BytesIO

from telegram import Message, Update
from telegram.constants import ChatAction
from telegram.ext import ContextTypes

from bot import buttons, heard, sending, uploads
from bot.desk import desk
from bot.exports import sheets
from bot.exports.numbers import tables
from bot.handlers.languages import language_for
from bot.handlers.working import working
from bot.memories import Action
from bot.pictures.asked import MOST_WORDS
from bot.pictures.gallery import Kind, Wish, draw
from bot.render import html
from bot.render.caption import caption
from bot.texts import say
from data.records import Reader
from data.store import Store


async def matrix(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/matrix [body, person or period]`: who attended which meetings."""
    if update.message is not None:
        await _show("matrix", update.message, context)


async def timeline(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/timeline [topic, body or period]`: meetings, decisions and goals over time."""
    if update.message is not None:
        await _show("timeline", update.message, context)


async def attendance(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/attendance person`: one person over time."""
    if update.message is not None:
        await _show("attendance", update.message, context)


async def numbers(message: Message, action: Action, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The button under a picture: what it shows and what it left out, as .xlsx, from what this chat may read now."""
    at = desk(context)
    wish = Wish(action["kind"], action["text"], at.today(), action["language"])
    reader = await at.reader(message.chat.id)
    data = await asyncio.get_running_loop().run_in_executor(at.studio, _tabulated, wish, at.store, reader)
    await uploads.file(context.bot, message, f"huiwen-{wish.kind}.xlsx", data)


async def _show(kind: Kind, message: Message, context: ContextTypes.DEFAULT_TYPE) -> None:
    at, language = desk(context), language_for(message, context)
    wish = Wish(kind, heard.argument(message)[:MOST_WORDS], at.today(), language)
    reader, folder = await at.reader(message.chat.id), at.settings.data_dir
    async with working(message, context, ChatAction.UPLOAD_PHOTO):
        drawn = await asyncio.get_running_loop().run_in_executor(at.studio, draw, wish, at.store, reader, folder)
    if isinstance(drawn, str):
        await sending.reply(context.bot, message, html.sentence(drawn))
        return
    action = {"do": "numbers", "kind": kind, "text": wish.text, "language": language}
    rows: list[buttons.Row] = [[(say(language, "picture.numbers"), action)]]
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows)
    await uploads.picture(context.bot, message, drawn.png, caption(drawn, language), keyboard)


def _tabulated(wish: Wish, store: Store, reader: Reader) -> bytes:
    file = BytesIO()
    sheets.write(file, tables(wish, store, reader))
    return file.getvalue()
