"""Pictures and files out: as a reply, in the right chat and topic."""

import logging

from telegram import Bot, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.heard import topic
from bot.render.html import Part

_LOG = logging.getLogger(__name__)

LARGEST_FILE = 50_000_000
"""Bytes that a bot may send."""
LONGEST_CAPTION = 1024


async def picture(bot: Bot, to: Message, png: bytes, caption: Part, keyboard: InlineKeyboardMarkup | None) -> Message:
    """Sends a photo under which `caption` stands.

    Raises:
        TelegramError: it could not be sent, see `bot.outbox`.
    """

    async def send(text: str, parse_mode: ParseMode | None) -> Message:
        return await bot.send_photo(
            to.chat.id,
            png,
            caption=text,
            parse_mode=parse_mode,
            filename="picture.png",
            message_thread_id=topic(to),
            reply_parameters=_beneath(to),
            reply_markup=keyboard,
        )

    try:
        return await send(caption.html, ParseMode.HTML)
    except BadRequest as error:
        if "parse entities" not in error.message:
            raise
        _LOG.error("Telegram cannot parse our HTML, sent without markup: %s", error)
        return await send(caption.text, None)


async def file(bot: Bot, to: Message, name: str, data: bytes, caption: str = "") -> Message:
    """Sends a file of at most LARGEST_FILE bytes.

    Raises:
        TelegramError: it could not be sent, see `bot.outbox`.
    """
    return await bot.send_document(
        to.chat.id,
        data,
        caption=caption or None,
        filename=name,
        message_thread_id=topic(to),
        reply_parameters=_beneath(to),
    )


def _beneath(to: Message) -> ReplyParameters:
    return ReplyParameters(to.message_id, allow_sending_without_reply=True)
