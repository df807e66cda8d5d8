"""For whom a report is that somebody loads in private: for everybody, or for a group where they and the bot are."""

import asyncio

from telegram import Chat, ChatMember, Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.access import collection_for, own_collection
from bot.admin.permission import may_press
from bot.desk import desk
from bot.handlers.presses import Press, answer
from bot.memories import Action
from bot.render import html
from bot.render.clean import label
from bot.texts import say
from retrieval.records import Language

_THERE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER})
_GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})
_MOST = 10
_TITLE = 30


async def seen(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Remembers the groups that speak to the bot, once for each title."""
    chat = update.effective_chat
    if chat is None or chat.type not in _GROUPS or update.guest_message is not None:
        return
    at, title = desk(context), label(chat.title or "", _TITLE)
    if at.groups.get(chat.id) != title:
        at.groups[chat.id] = title
        await asyncio.to_thread(at.memories.groups.keep, chat.id, title)


async def rows(chat: Chat, user: int, language: Language, context: ContextTypes.DEFAULT_TYPE) -> list[buttons.Row]:
    """The choice as buttons; none outside private chats, and where there is no group to choose."""
    if chat.type != Chat.PRIVATE:
        return []
    return await choices(user, {"do": "audience", "language": language}, language, context)


async def choices(
    user: int, action: Action, language: Language, context: ContextTypes.DEFAULT_TYPE
) -> list[buttons.Row]:
    """Everybody and each group where the person and the bot are, as buttons; none where there is no group."""
    groups_here = await shared(user, context)
    everyone = [(say(language, "load.for_everyone"), action | {"chat": None, "title": ""})]
    groups = [[(title, action | {"chat": chat, "title": title})] for chat, title in groups_here.items()]
    return [everyone, *groups] if groups else []


async def choose(press: Press) -> None:
    """The report that is waited for is for them."""
    if not await may_press(press):
        return
    user, chat = press.query.from_user.id, press.action["chat"]
    if chat is not None and not await is_there(chat, user, press.context):
        await answer(press.query, say(press.language, "load.not_in_group"))
        return
    await answer(press.query)
    asks = await asyncio.to_thread(press.at.memories.dialogues.awaits_to_ask, press.talk)
    await asyncio.to_thread(press.at.memories.dialogues.await_report, press.talk, chat, asks=asks)
    key = "load.for_all" if chat is None else "load.for_group"
    said = html.sentence(say(press.language, key, title=press.action["title"]))
    await sending.edit(press.context.bot, press.message.chat.id, press.message.message_id, said[0])


async def chosen(message: Message, context: ContextTypes.DEFAULT_TYPE) -> int | None:
    """The group that was chosen in private for the report that is waited for."""
    if message.chat.type != Chat.PRIVATE:
        return None
    return await asyncio.to_thread(desk(context).memories.dialogues.audience, heard.talk(message))


async def collection(message: Message, group: int | None, context: ContextTypes.DEFAULT_TYPE) -> str | None:
    """Where a report of this message goes, for a chosen group if any; None when the sender is no longer there."""
    if group is None:
        return collection_for(message.chat)
    there = message.from_user is not None and await is_there(group, message.from_user.id, context)
    return own_collection(group) if there else None


async def shared(user: int, context: ContextTypes.DEFAULT_TYPE) -> dict[int, str]:
    """The groups where both the person and the bot are, with their titles."""
    known = list((await asyncio.to_thread(desk(context).memories.groups.titles)).items())[-_MOST:]
    there = await asyncio.gather(*(is_there(chat, user, context) for chat, _ in known))
    return {chat: title for (chat, title), inside in zip(known, there, strict=True) if inside}


async def is_there(chat: int, user: int, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Whether Telegram knows the person as a member of a group where the bot is."""
    try:
        member = await context.bot.get_chat_member(chat, user)
    except TelegramError:
        return False
    return member.status in _THERE or (member.status == ChatMember.RESTRICTED and bool(getattr(member, "is_member", 0)))
