"""What Telegram shows beside the text field: command lists by kind of chat and language, and descriptions."""

import asyncio
import logging

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.texts import say
from retrieval.records import Language

_LOG = logging.getLogger(__name__)

_PRIVATE = (
    "ask",
    "reports",
    "report",
    "matrix",
    "timeline",
    "attendance",
    "follow",
    "digest",
    "settings",
    "load",
    "delete",
    "cancel",
    "help",
    "privacy",
    "forget",
    "grant",
    "revoke",
    "who",
    "status",
    "export",
    "undo",
    "versions",
    "alias",
    "gaps",
    "stats",
    "audit",
)
_GROUP = ("ask", "reports", "report", "matrix", "timeline", "attendance", "follow", "help", "privacy", "forget")
_ADMINS = (*_GROUP, "digest", "settings")
_LISTS: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
    (BotCommandScopeDefault(), _GROUP),
    (BotCommandScopeAllPrivateChats(), _PRIVATE),
    (BotCommandScopeAllGroupChats(), _GROUP),
    (BotCommandScopeAllChatAdministrators(), _ADMINS),
)
_SPOKEN: tuple[tuple[str | None, Language], ...] = ((None, "en"), ("zh", "zh-hans"), ("en", "en"))
"""Telegram's language codes have two letters, so both Chinese scripts share a list; None is for all other languages."""


async def announce(bot: Bot) -> None:
    """Tells Telegram; what fails is logged, for the bot works without."""
    calls = [
        bot.set_my_commands(
            [BotCommand(name, say(language, f"command.{name}")) for name in names], scope=scope, language_code=code
        )
        for scope, names in _LISTS
        for code, language in _SPOKEN
    ]
    for code, language in _SPOKEN:
        calls.append(bot.set_my_description(say(language, "about.description"), language_code=code))
        calls.append(bot.set_my_short_description(say(language, "about.short"), language_code=code))
    for failed in await asyncio.gather(*calls, return_exceptions=True):
        if isinstance(failed, TelegramError):
            _LOG.warning("command lists and descriptions: %s", failed)
        elif isinstance(failed, BaseException):
            raise failed
