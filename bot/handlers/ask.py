"""Questions: typed in private, by /ask, by mention, or as a reply to an answer."""

import asyncio

from telegram import Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, quoting, sending
from bot.admin import gaps
from bot.desk import Desk, desk
from bot.handlers import limits, links
from bot.handlers.languages import language_for
from bot.handlers.working import working
from bot.render import html
from bot.texts import say
from retrieval.records import Context, Reply


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/ask question`; as a reply to somebody's message without a question of its own, that message is the question."""
    message = _message(update)
    text = heard.argument(message) or _borrowed(message, context)
    if text:
        await answer(message, text, context)
        return
    usage = say(language_for(message, context), "hello.empty_question")
    await sending.reply(context.bot, message, html.sentence(usage))


async def spoken(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A message that is no command: a question if it is for the bot, else none of its business."""
    message = _message(update)
    text = heard.addressed(message, context.bot.bot)
    if text is None:
        return
    text = text or _borrowed(message, context)
    if text:
        await answer(message, text, context)
        return
    in_private = message.chat.type == message.chat.PRIVATE
    hint = say(language_for(message, context), "hello.only_text" if in_private else "hello.empty_question")
    await sending.reply(context.bot, message, html.sentence(hint))


async def edited(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A question that was answered and is now put otherwise: its answer changes in place. Other edits are no event."""
    message = update.edited_message
    if message is None:
        return
    at, chat = desk(context), message.chat.id
    await at.settled()
    standing = await asyncio.to_thread(at.memories.conversations.answers_to, chat, message.message_id)
    is_command = heard.words(message).startswith("/ask")
    text = heard.argument(message) if is_command else heard.addressed(message, context.bot.bot)
    if not standing or not text:
        return
    user = heard.talk(message).user
    if at.quota.take(chat, user) is not None:
        return
    reply = await at.ask(chat, user, text, await _earlier(at, message, context))
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat, _rows(at, chat, reply, text))
    parts = html.parts(reply, links.to_sources(at, chat, reply, context))
    sent = await sending.replace(context.bot, message, standing, parts, keyboard)
    await asyncio.to_thread(at.memories.conversations.keep_answer, chat, message.message_id, sent, reply.context)


async def answer(message: Message, text: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Asks the engine and replies; what it was about is kept for the next question and for replies to it."""
    if not await limits.has_room(message, context):
        return
    at = desk(context)
    talk = heard.talk(message)
    if heard.replies_to(message, context.bot.bot):
        await at.settled()
    earlier = await _earlier(at, message, context)
    async with working(message, context):
        reply = await at.ask(talk.chat, talk.user, text, earlier)
        gaps.noted(at, message.chat.id, text, reply)
        await say_reply(message, reply, text, context)
    # This person's next question waits for it.
    await asyncio.to_thread(at.memories.conversations.go_on, talk, reply.context)


async def say_reply(message: Message, reply: Reply, asked: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Sends a reply with its buttons; replies to it will continue from what it was about."""
    at, chat = desk(context), message.chat.id
    rows = _rows(at, chat, reply, asked)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat, rows)
    parts = html.parts(reply, links.to_sources(at, chat, reply, context))
    sent = await sending.reply(context.bot, message, parts, keyboard)
    at.later(asyncio.to_thread(at.memories.conversations.keep_answer, chat, message.message_id, sent, reply.context))


def _rows(at: Desk, chat: int, reply: Reply, asked: str) -> list[buttons.Row]:
    votes = buttons.votes(reply, asked) if at.preferences.of(chat).votes else []
    return [*buttons.under_answer(reply, asked), *votes]


async def _earlier(at: Desk, message: Message, context: ContextTypes.DEFAULT_TYPE) -> Context:
    """What the question may leave out: said by the passage that it quotes or the answer that it replies to.

    Else it is what this person asked about last.
    """
    before: Context | None = None
    if message.reply_to_message is not None and heard.replies_to(message, context.bot.bot):
        number = message.reply_to_message.message_id
        before = await asyncio.to_thread(at.memories.conversations.answered, message.chat.id, number)
        if before is not None and message.quote is None:
            return before
    if before is None:
        before = await asyncio.to_thread(at.memories.conversations.context, heard.talk(message))
    return await quoting.about(at, message.chat.id, heard.quoted(message), before)


def _borrowed(message: Message, context: ContextTypes.DEFAULT_TYPE) -> str:
    return "" if heard.replies_to(message, context.bot.bot) else heard.quoted(message).strip()


def _message(update: Update) -> Message:
    """Handlers are registered for messages only."""
    message = update.message
    if message is None:
        raise TypeError("an update without a message came to a message handler")
    return message
