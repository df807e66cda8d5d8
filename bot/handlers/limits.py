"""A question that comes when a quota is used up gets one clear sentence; the next ones in the same while, nothing."""

from telegram import Message
from telegram.ext import ContextTypes

from bot import heard, sending
from bot.desk import desk
from bot.handlers.languages import language_for, language_of_user
from bot.handlers.presses import Press, answer
from bot.quota import Over
from bot.render import html
from bot.texts import say
from retrieval.records import Language


async def has_room(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Counts a question; says so, once, where it is one too many."""
    over = desk(context).quota.take(message.chat.id, heard.talk(message).user)
    if over is not None and not over.is_told:
        await sending.reply(context.bot, message, html.sentence(words(over, language_for(message, context))))
    return over is None


async def has_room_to_press(press: Press) -> bool:
    """The same for a question asked by a button, where a box says it each time."""
    over = press.at.quota.take(press.message.chat.id, press.query.from_user.id)
    if over is not None:
        await answer(press.query, words(over, language_of_user(press.query.from_user)))
    return over is None


def words(over: Over, language: Language) -> str:
    """The one clear sentence."""
    return say(language, f"quota.{over.whose}", most=over.most, minutes=over.minutes)
