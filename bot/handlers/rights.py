"""`/grant`, `/revoke` and `/who`: the owners say who else may load and delete reports."""

import asyncio

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import heard, sending
from bot.admin.permission import note
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.texts import say


async def grant(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/grant id`, or as a reply to the person."""
    await _change(update, context, "/grant", "rights.granted")


async def revoke(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/revoke id`, or as a reply to the person."""
    await _change(update, context, "/revoke", "rights.revoked")


async def who(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/who`: the numeric ids of owners and loaders."""
    message = update.message
    if message is None or not await _is_owner(message, context):
        return
    at, language = desk(context), language_for(message, context)
    loaders = await at.loaders()
    nobody = say(language, "rights.nobody")
    owners = ", ".join(map(str, sorted(at.access.owners)))
    text = say(language, "rights.who", owners=owners, loaders=", ".join(map(str, sorted(loaders))) or nobody)
    await sending.reply(context.bot, message, html.sentence(text))


async def _change(update: Update, context: ContextTypes.DEFAULT_TYPE, command: str, done: str) -> None:
    message = update.message
    if message is None or not await _is_owner(message, context):
        return
    language, person = language_for(message, context), _person(message)
    if person is None:
        await sending.reply(context.bot, message, html.sentence(say(language, "rights.usage", command=command)))
        return
    at: Desk = desk(context)
    granting, had = command == "/grant", person in await at.loaders()
    await asyncio.to_thread(at.memories.loaders.grant if granting else at.memories.loaders.revoke, person)
    if granting != had and message.from_user is not None:
        await note(at, message.from_user.id, "grant" if granting else "revoke", "", person)
    await sending.reply(context.bot, message, html.sentence(say(language, done, who=person)))


def _person(message: Message) -> int | None:
    """The id given, else of the person replied to; bots and those who hide behind a chat are nobody."""
    given = heard.argument(message)
    if given:
        return int(given) if given.isascii() and given.isdigit() and len(given) < 16 else None
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.is_bot or replied.sender_chat is not None:
        return None
    return replied.from_user.id


async def _is_owner(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Whether an owner speaks in their own name; says so where not."""
    if desk(context).access.owns(message):
        return True
    await sending.reply(context.bot, message, html.sentence(say(language_for(message, context), "rights.only_owners")))
    return False
