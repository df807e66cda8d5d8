"""The language that a person is spoken to in where they asked no question."""

from telegram import Chat, Message, User
from telegram.ext import ContextTypes

from bot.desk import desk
from bot.texts import language_of
from retrieval.records import Language


def language_for(message: Message, context: ContextTypes.DEFAULT_TYPE) -> Language:
    """The one that the chat has set, else the sender's Telegram language."""
    return language_in(message.chat, message.from_user, context)


def language_in(chat: Chat, user: User | None, context: ContextTypes.DEFAULT_TYPE) -> Language:
    """The same for whoever does something in a chat."""
    return desk(context).preferences.of(chat.id).language or language_of_user(user)


def language_of_user(user: User | None) -> Language:
    """A person's Telegram language; Chinese where it is not known."""
    return language_of(user.language_code if user else None)
