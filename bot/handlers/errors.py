"""What went wrong: the traceback to the log, one calm sentence with a reference to the person."""

import logging
import secrets

from telegram import Message, Update
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot import sending
from bot.handlers.languages import language_of_user
from bot.render import html
from bot.texts import say

_LOG = logging.getLogger(__name__)


async def failed(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Every exception of a handler ends here."""
    error = context.error
    if isinstance(error, Forbidden):
        _LOG.info("the bot may not write there any more: %s", error)
        return
    reference = secrets.token_hex(3)
    _LOG.error("reference %s", reference, exc_info=error)
    if isinstance(error, TelegramError) and not isinstance(error, BadRequest):
        return  # whether the answer arrived is not known, and a second message would fare no better
    await _tell(update, reference, context)


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
