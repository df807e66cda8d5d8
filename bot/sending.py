"""Messages out: replies in the right chat and topic, with markup where Telegram takes it and without where not."""

import logging
from collections.abc import Sequence

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.heard import topic
from bot.render.html import Part

_LOG = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def reply(
    bot: Bot, to: Message, parts: Sequence[Part], keyboard: InlineKeyboardMarkup | None = None
) -> list[int]:
    """Answers a message, the first part as a reply, the keyboard under the last; the ids of what was sent.

    Raises:
        TelegramError: it could not be sent, see `bot.outbox`.
    """
    sent = []
    for place, part in enumerate(parts):
        beneath = keyboard if place == len(parts) - 1 else None
        sent.append(await _send(bot, to, part, beneath, is_reply=place == 0))
    return sent


async def replace(
    bot: Bot, to: Message, standing: Sequence[int], parts: Sequence[Part], keyboard: InlineKeyboardMarkup | None
) -> list[int]:
    """Puts `parts` in the place of the messages that answered `to`; the ids of what stands there now.

    Raises:
        TelegramError: as in `edit` and `reply`.
    """
    last = len(parts) - 1
    for place, (number, part) in enumerate(zip(standing, parts, strict=False)):
        await edit(bot, to.chat.id, number, part, keyboard if place == last else None)
    for number in standing[len(parts) :]:
        await bot.delete_message(to.chat.id, number)
    kept = list(standing[: len(parts)])
    return kept + (await reply(bot, to, parts[len(kept) :], keyboard) if len(kept) <= last else [])


async def edit(bot: Bot, chat: int, message: int, part: Part, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Puts `part` in the place of what a message of the bot said; what says so already is left.

    Raises:
        TelegramError: it is gone or cannot be edited.
    """
    try:
        await bot.edit_message_text(
            part.html, chat, message, parse_mode=ParseMode.HTML, reply_markup=keyboard, link_preview_options=NO_PREVIEW
        )
    except BadRequest as error:
        if "not modified" in error.message:
            return
        if not _unparsable(error):
            raise
        await bot.edit_message_text(part.text, chat, message, reply_markup=keyboard, link_preview_options=NO_PREVIEW)


async def edit_keyboard(bot: Bot, chat: int, message: int, keyboard: InlineKeyboardMarkup | None) -> None:
    """Puts other buttons under a message of the bot, or none.

    Raises:
        TelegramError: it is gone or cannot be edited.
    """
    try:
        await bot.edit_message_reply_markup(chat, message, reply_markup=keyboard)
    except BadRequest as error:
        if "not modified" not in error.message:
            raise


async def post(
    bot: Bot, chat: int, topic: int, parts: Sequence[Part], keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Says something that nobody asked for just now, in a forum's topic (0 for none), the keyboard under the last part.

    Raises:
        TelegramError: as in `reply`.
    """
    for place, part in enumerate(parts):
        beneath = keyboard if place == len(parts) - 1 else None
        await _to(bot, chat, topic or None, part, beneath, None)


async def _send(bot: Bot, to: Message, part: Part, keyboard: InlineKeyboardMarkup | None, *, is_reply: bool) -> int:
    beneath = ReplyParameters(to.message_id, allow_sending_without_reply=True) if is_reply else None
    return await _to(bot, to.chat.id, topic(to), part, keyboard, beneath)


async def _to(
    bot: Bot,
    chat: int,
    thread: int | None,
    part: Part,
    keyboard: InlineKeyboardMarkup | None,
    beneath: ReplyParameters | None,
) -> int:
    async def send(text: str, parse_mode: ParseMode | None) -> Message:
        return await bot.send_message(
            chat,
            text,
            parse_mode=parse_mode,
            message_thread_id=thread,
            reply_parameters=beneath,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        )

    try:
        return (await send(part.html, ParseMode.HTML)).message_id
    except BadRequest as error:
        if not _unparsable(error):
            raise
        _LOG.error("Telegram cannot parse our HTML, sent without markup: %s", error)
        return (await send(part.text, None)).message_id


def _unparsable(error: BadRequest) -> bool:
    return "parse entities" in error.message
