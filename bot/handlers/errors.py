"""What went wrong: the traceback to the log, a calm sentence to the person, and to the owners where in the program."""

import asyncio
import contextlib
import logging
import secrets
import traceback
from datetime import timedelta
from pathlib import Path

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot import sending
from bot.desk import Desk, desk
from bot.handlers.languages import language_of_user
from bot.render import html
from bot.texts import say

_LOG = logging.getLogger(__name__)

_ROOT = Path(__file__).parents[2]
_ROOMS = frozenset({"bot", "retrieval", "data", "config"})
_TOLD_FOR = timedelta(hours=1)
"""The same fault in the same place is no news to the owners for so long."""
_MOST_FRAMES = 8


async def failed(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Every exception of a handler ends here."""
    error = context.error
    if isinstance(error, Forbidden):
        _LOG.info("the bot may not write there any more: %s", error)
        return
    reference = secrets.token_hex(3)
    _LOG.error("reference %s", reference, exc_info=error)
    if error is None or (isinstance(error, TelegramError) and not isinstance(error, BadRequest)):
        return  # whether the answer arrived is not known, and a second message would fare no better
    await _tell(update, reference, context)
    desk(context).later(_tell_owners(error, reference, context))


def trail(error: Exception) -> str:
    """The kind of the fault and our own lines that led to it; its message may hold what a person wrote."""
    frames = ((_ours(frame.filename), frame) for frame in traceback.extract_tb(error.__traceback__))
    places = [f"{file}:{frame.lineno} {frame.name}" for file, frame in frames if file][-_MOST_FRAMES:]
    return "\n".join((type(error).__name__, *places))


def _ours(file: str) -> str:
    """The file as it is called within the project; empty for one of a library."""
    path = Path(file)
    here = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path()
    return str(here) if here.parts[:1] and here.parts[0] in _ROOMS else ""


async def _tell(update: object, reference: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    if not isinstance(update, Update):
        return
    language = language_of_user(update.effective_user)
    try:
        if update.callback_query is not None:
            await update.callback_query.answer(say(language, "alert.error", reference=reference), show_alert=True)
        elif isinstance(update.message, Message):
            sorry = say(language, "error.sorry", reference=reference)
            await sending.reply(context.bot, update.message, html.sentence(sorry))
    except TelegramError as error:
        _LOG.warning("reference %s could not be told: %s", reference, error)


async def _tell_owners(error: Exception, reference: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    """In private, those who ever spoke to the bot."""
    at, where = desk(context), trail(error)
    if not await asyncio.to_thread(_is_news, at, where):
        return
    for owner in at.access.owners:
        language = at.preferences.of(owner).language or "zh-hans"
        told = say(language, "error.told", reference=reference, where=where)
        with contextlib.suppress(TelegramError):
            await sending.post(context.bot, owner, 0, html.sentence(told))


def _is_news(at: Desk, where: str) -> bool:
    told = at.memories.space("fault", _TOLD_FOR)
    if told.get(where) is not None:
        return False
    told.put(where, {})
    return True
