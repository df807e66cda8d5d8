"""The language that a person is spoken to in where they asked no question."""

from telegram import Message, User

from bot.texts import language_of
from retrieval.records import Language


def language_for(message: Message) -> Language:
    """The sender's Telegram language."""
    return language_of_user(message.from_user)


def language_of_user(user: User | None) -> Language:
    """A person's Telegram language; Chinese where it is not known."""
    return language_of(user.language_code if user else None)
