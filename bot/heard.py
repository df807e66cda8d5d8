"""Was the bot spoken to, and what was said: the question in a message, or nothing."""

import re

from telegram import Chat, Message, MessageEntity, User

from bot.memories import Talk

_COMMAND = re.compile(r"^/\w+(@\w+)?\s*")


def talk(message: Message) -> Talk:
    """The conversation that a message belongs to; an anonymous sender talks as the chat that they speak for."""
    sender = message.sender_chat or message.from_user
    return Talk(message.chat.id, topic(message) or 0, sender.id if sender else 0)


def topic(message: Message) -> int | None:
    """The forum topic; a reply thread of an ordinary group is none, and Telegram refuses to be sent one."""
    return message.message_thread_id if message.is_topic_message else None


def argument(message: Message) -> str:
    """What follows the command, in a text or a caption."""
    return _COMMAND.sub("", words(message), count=1).strip()


def words(message: Message) -> str:
    """The text or the caption, empty for neither."""
    return message.text or message.caption or ""


def quoted(message: Message) -> str:
    """The words of a message replied to: the part that was quoted, else all of it; empty for no reply."""
    if message.quote is not None:
        return message.quote.text
    return words(message.reply_to_message) if message.reply_to_message else ""


def addressed(message: Message, me: User) -> str | None:
    """What the bot is asked, None when it is not spoken to; empty when it was only called by name.

    In private everything is for the bot. In a group a mention and a reply to the bot are; a command, another bot and
    what a linked channel posts are not.
    """
    said = words(message)
    if said.startswith("/") or message.via_bot == me or not by_person(message):
        return None
    mentions = _mentions(message, me)
    if mentions:
        return _without(said, mentions)
    if message.chat.type == Chat.PRIVATE:
        return said.strip()
    return said.strip() if said.strip() and replies_to(message, me) else None


def by_person(message: Message) -> bool:
    """Whether a person says it, be it as a channel or as anonymous admin; not another bot, nor a linked channel."""
    return not message.is_automatic_forward and not _is_bot(message)


def replies_to(message: Message, me: User) -> bool:
    """Whether it answers a message of the bot; in a topic that the bot opened every message formally does."""
    before = message.reply_to_message
    return before is not None and before.from_user == me and before.forum_topic_created is None


def _is_bot(message: Message) -> bool:
    """Another bot in its own name; the anonymous admin's and the channels' stand-ins are people."""
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def _mentions(message: Message, me: User) -> list[str]:
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    name = f"@{me.username}".casefold()
    return [text for entity, text in found.items() if text.casefold() == name or entity.user == me]


def _without(said: str, mentions: list[str]) -> str:
    for mention in mentions:
        said = said.replace(mention, " ")
    return " ".join(said.split()).strip(" ,，:：、")
