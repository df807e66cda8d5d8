"""Links from an answer's sources to their passages, in private with the bot."""

import asyncio

from telegram.ext import ContextTypes

from bot import buttons
from bot.desk import Desk
from bot.memories import new_key
from retrieval.records import Reply


def to_sources(at: Desk, chat: int, reply: Reply, context: ContextTypes.DEFAULT_TYPE) -> str:
    """What a source's number makes a link of, empty where there is no source; what it leads to is kept meanwhile."""
    places = buttons.places(reply.answer)
    if not places:
        return ""
    key = new_key()
    at.later(asyncio.to_thread(at.memories.passages.keep, key, chat, places))
    return f"https://t.me/{context.bot.username}?start={key}-"


def led_to(parameter: str) -> tuple[str, int]:
    """The key in a link's parameter and the place, from 0, of its source; place -1 for what is no link of ours."""
    key, _, number = parameter.rpartition("-")
    return key, int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 6 else -1
