"""Who may set what holds for a whole chat: in private the person, in a group its admins and the bot's owners."""

from telegram import Chat, ChatMember, Message, User
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.desk import desk
from bot.handlers.presses import Press

_ADMINS = frozenset({ChatMember.ADMINISTRATOR, ChatMember.OWNER})


async def may_set(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Whether the sender may, speaking for themselves or as an anonymous admin of this very group."""
    if message.chat.type == Chat.PRIVATE:
        return True
    if message.forward_origin is not None:
        return False
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    return await _may(message.chat, message.from_user, context)


async def may_set_by_press(press: Press) -> bool:
    """Whether the one who presses may; a press shows who they are even of anonymous admins."""
    return await _may(press.message.chat, press.query.from_user, press.context)


async def _may(chat: Chat, user: User | None, context: ContextTypes.DEFAULT_TYPE) -> bool:
    if user is None:
        return False
    if chat.type == Chat.PRIVATE or desk(context).access.may_manage(user, frozenset()):
        return True
    try:
        return (await context.bot.get_chat_member(chat.id, user.id)).status in _ADMINS
    except TelegramError:
        return False
