"""A button pressed, as every theme's handlers take it, and the answer that each press gets."""

from dataclasses import dataclass

from telegram import CallbackQuery, Message
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot import heard
from bot.desk import Desk, desk
from bot.memories import Action, Talk
from retrieval.records import Language


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed: what it does, under which message, by whom."""

    action: Action
    message: Message
    query: CallbackQuery
    context: ContextTypes.DEFAULT_TYPE

    @property
    def at(self) -> Desk:
        """The desk."""
        return desk(self.context)

    @property
    def talk(self) -> Talk:
        """The conversation of whoever pressed."""
        return Talk(self.message.chat.id, heard.topic(self.message) or 0, self.query.from_user.id)

    @property
    def language(self) -> Language:
        """The language of the message that the button is under."""
        language: Language = self.action["language"]
        return language


async def answer(query: CallbackQuery, alert: str | None = None) -> None:
    """Stops the button's waiting sign, with a box to close where something is to be said."""
    await _answer(query, alert, is_box=alert is not None)


async def thank(query: CallbackQuery, words: str) -> None:
    """Stops the waiting sign with words that go away by themselves."""
    await _answer(query, words, is_box=False)


async def _answer(query: CallbackQuery, words: str | None, *, is_box: bool) -> None:
    """A press that Telegram calls too old has stopped waiting by itself."""
    try:
        await query.answer(words, show_alert=is_box)
    except BadRequest as error:
        if "too old" not in error.message and "invalid" not in error.message.lower():
            raise
