"""Which handler takes which update: the first that fits, in this order."""

from typing import Any

from telegram import Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import heard
from bot.admin import aliases, audience, gaps, record, stats, undo, versions, words
from bot.handlers import (
    ask,
    errors,
    export,
    guests,
    hello,
    inline,
    manage,
    membership,
    pictures,
    press,
    rights,
    settings,
    status,
)
from bot.loads import command as load
from bot.news import digesting, following
from bot.poll import Listener

Telegram = Application[Listener, Any, Any, Any, Any, Any]


def register(telegram: Telegram) -> None:
    """Puts every handler in its place."""
    new = filters.UpdateType.MESSAGE & _ByPerson()
    telegram.add_handlers(
        [
            CommandHandler("start", hello.start, new),
            CommandHandler("help", hello.help_, new),
            CommandHandler("privacy", hello.privacy, new),
            CommandHandler("cancel", hello.cancel, new),
            CommandHandler("forget", hello.forget, new),
            CommandHandler("ask", ask.command, new),
            CommandHandler("load", load.command, new),
            CommandHandler("reports", manage.reports, new),
            CommandHandler("report", manage.report, new),
            CommandHandler("delete", manage.delete, new),
            CommandHandler("matrix", pictures.matrix, new),
            CommandHandler("timeline", pictures.timeline, new),
            CommandHandler("attendance", pictures.attendance, new),
            CommandHandler("export", export.command, new),
            CommandHandler("follow", following.command, new),
            CommandHandler("digest", digesting.command, new),
            CommandHandler("settings", settings.command, new),
            CommandHandler("grant", rights.grant, new),
            CommandHandler("revoke", rights.revoke, new),
            CommandHandler("who", rights.who, new),
            CommandHandler("status", status.status, new),
            CommandHandler("undo", undo.undo, new),
            CommandHandler("audit", record.audit, new),
            CommandHandler("versions", versions.versions, new),
            CommandHandler("alias", aliases.alias, new),
            CommandHandler("gaps", gaps.gaps, new),
            CommandHandler("stats", stats.stats, new),
            MessageHandler(filters.StatusUpdate.MIGRATE, membership.moved),
            MessageHandler(new & filters.CaptionRegex(r"^/load(@\w+)?(\s|$)"), load.command),
            MessageHandler(new & filters.ChatType.PRIVATE & filters.COMMAND, hello.unknown),
            MessageHandler(new & ~filters.COMMAND & ~filters.StatusUpdate.ALL, _said),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, ask.edited),
            CallbackQueryHandler(press.pressed),
            InlineQueryHandler(inline.typed),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, guests.summoned),
            ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    telegram.add_handler(TypeHandler(Update, audience.seen), group=-1)
    telegram.add_error_handler(errors.failed)


class _ByPerson(filters.MessageFilter):
    """Commands of other bots and of linked channels are not for us."""

    def filter(self, message: Message) -> bool:
        """As `heard.by_person` says."""
        return heard.by_person(message)


async def _said(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A message that is no command: the report or the words that are waited for, else perhaps a question."""
    if not (await load.awaited(update, context) or await words.awaited(update, context)):
        await ask.spoken(update, context)
