"""`/gaps`: questions without an answer, grouped, each with buttons for the alias or report that would have helped."""

import asyncio
import re
import time

from telegram import Chat, Update
from telegram.ext import ContextTypes

from bot import buttons, sending
from bot.admin.permission import may_load, owns
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.render import html
from bot.render.clean import label
from bot.texts import say
from data.clean import clean_text
from data.store.gaps import gaps_in, note_gap
from retrieval.records import NoAnswer, Reply

_MOST = 8
_LONGEST = 120
_NOT_A_GAP = frozenset({"which_one"})
_PRIVATE = 0
"""Stands for all private chats: the id of one would say who asked."""
_NO_WORD = re.compile(r"[\W_]+")


async def gaps(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """In a group those of the group, for loaders; in private those of all chats, for owners."""
    message = update.message
    if message is None or message.from_user is None:
        return
    in_private = message.chat.type == Chat.PRIVATE
    if not await (owns if in_private else may_load)(message, context):
        return
    at, language = desk(context), language_for(message, context)
    found = await asyncio.to_thread(gaps_in, at.store, None if in_private else message.chat.id, _MOST)
    lines, rows = [say(language, "gaps.heading" if found else "gaps.none")], []
    for place, gap in enumerate(found, 1):
        why = say(language, f"gaps.{gap.reason}")
        lines.append(say(language, "gaps.line", place=place, question=gap.question, times=gap.times, why=why))
        action = {"do": "alias", "question": gap.question, "language": language}
        rows.append(
            [
                (say(language, "gaps.alias", place=place), action),
                (say(language, "gaps.load", place=place), {"do": "load", "language": language}),
            ]
        )
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows, message.from_user.id)
    await sending.reply(context.bot, message, html.sentence("\n".join(lines)), keyboard)


def noted(at: Desk, chat: int, question: str, reply: Reply) -> None:
    """Keeps a question that was not answered, without who asked it; small talk is no question."""
    answer = reply.answer
    if isinstance(answer, NoAnswer) and answer.reason not in _NOT_A_GAP and not answer.question.idle:
        note(at, chat, question, answer.reason)


def note(at: Desk, chat: int, question: str, reason: str) -> None:
    """Keeps a question that was not answered well; `reason` is no_report, not_said or disliked."""
    where = chat if chat < 0 else _PRIVATE
    asked = _NO_WORD.sub("", clean_text(question)).lower()
    if asked:
        shown = label(question, _LONGEST)
        at.later(asyncio.to_thread(note_gap, at.store, where, asked[:_LONGEST], shown, reason, time.time()))
