"""The bot comes into chats and goes: one greeting, silence where it was thrown out, a group's things at its new id."""

import asyncio

from telegram import Chat, ChatMember, Update
from telegram.ext import ContextTypes

from bot.desk import desk
from bot.handlers.languages import language_of_user
from bot.render import html
from bot.texts import say
from data.store.posts import leave, rekey

_IN = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED})


async def moved(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A basic group became a supergroup, which has another id; its reports stay its own."""
    message = update.message
    if message is not None and message.migrate_from_chat_id is not None:
        memories = desk(context).memories
        await asyncio.to_thread(memories.groups.keep_moved, message.migrate_from_chat_id, message.chat.id)
        await asyncio.to_thread(memories.groups.drop, message.migrate_from_chat_id)
        await asyncio.to_thread(rekey, desk(context).store, message.migrate_from_chat_id, message.chat.id)
        await asyncio.to_thread(desk(context).preferences.move, message.migrate_from_chat_id, message.chat.id)


async def changed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Greets a group the first time that the bot comes in; who throws it out or blocks it hears nothing unasked."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status not in _IN:
        await asyncio.to_thread(desk(context).memories.groups.drop, change.chat.id)
        await asyncio.to_thread(leave, desk(context).store, change.chat.id)
        desk(context).groups.pop(change.chat.id, None)
    is_group = change.chat.type in {Chat.GROUP, Chat.SUPERGROUP}
    came = change.new_chat_member.status in _IN and change.old_chat_member.status not in _IN
    if not (is_group and came) or not await asyncio.to_thread(
        desk(context).memories.obeyed.once, "greeted", str(change.chat.id)
    ):
        return
    greeting = say(language_of_user(change.from_user), "hello.greeting", bot=context.bot.username)
    await context.bot.send_message(change.chat.id, html.sentence(greeting)[0].text)
