"""`/follow`: a chat hears of new reports on a person, a body or a topic; the list, and the buttons that end it."""

import asyncio

from telegram import Chat, Message, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin.chat_admins import may_set_by_press
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.handlers.presses import Press, answer, thank
from bot.news.matching import names
from bot.news.rows import rows_for
from bot.render import html
from bot.render.clean import shown
from bot.texts import say
from data.clean import clean_text
from data.records import Reader
from data.store import Store
from data.store.follows import Follow, Kind, follow, follows_of, mute, unfollow
from data.store.overview import labels, recorded
from data.store.posts import last_number
from retrieval.records import Language

MOST = 20
"""What one chat can follow."""
_SHORTEST, _LONGEST = 2, 40


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """`/follow words` begins; `/follow` alone lists what this chat follows."""
    message = update.message
    if message is None:
        return
    words = " ".join(shown(clean_text(heard.argument(message))).split())
    if words:
        await _begin(message, words, context)
    else:
        text, rows = await asyncio.to_thread(_listed, desk(context), message.chat.id, language_for(message, context))
        await _say(message, text, rows, context)


async def mute_or_not(press: Press) -> None:
    """It is heard of no more, or again."""
    if not await _may(press):
        return
    at, chat, row, muted = press.at, press.message.chat.id, press.action["row"], press.action["muted"]
    done = await asyncio.to_thread(mute, at.store, chat, row, muted=muted)
    key = ("follow.muted" if muted else "follow.heard") if done else "follow.not_followed"
    await thank(press.query, say(press.language, key, words=press.action["words"]))
    await _show_again(press)


async def end(press: Press) -> None:
    """It is followed no more."""
    if not await _may(press):
        return
    gone = await asyncio.to_thread(unfollow, press.at.store, press.message.chat.id, press.action["row"])
    key = "follow.ended" if gone else "follow.not_followed"
    await thank(press.query, say(press.language, key, words=press.action["words"]))
    await _show_again(press)


async def _begin(message: Message, words: str, context: ContextTypes.DEFAULT_TYPE) -> None:
    at, language = desk(context), language_for(message, context)
    if not _SHORTEST <= len(words) <= _LONGEST:
        await _say(message, say(language, "follow.usage"), [], context)
        return
    begun = await asyncio.to_thread(_followed, at, message, words, language)
    if begun is None:
        await _say(message, say(language, "follow.too_many", most=MOST), [], context)
        return
    is_new, one = begun
    kind = say(language, f"follow.{one.kind}")
    key = "follow.begun" if is_new else "follow.known"
    await _say(message, say(language, key, words=words, kind=kind), rows_for([one], language, is_list=False), context)


def _followed(at: Desk, message: Message, words: str, language: Language) -> tuple[bool, Follow] | None:
    """Whether it is new, and the follow as it is kept; None where the chat follows too much already."""
    chat, talk = message.chat.id, heard.talk(message)
    before = follows_of(at.store, chat)
    if len(before) >= MOST and words not in {one.words for one in before}:
        return None
    kind = kind_of(at.store, at.reader_of(chat), words)
    new = Follow(0, chat, talk.topic, talk.user, kind, words, language, muted=False, since=last_number(at.store))
    is_new = follow(at.store, new)
    return is_new, next(one for one in follows_of(at.store, chat) if one.words == words)


def kind_of(store: Store, reader: Reader, words: str) -> Kind:
    """A person who is recorded, a body or meeting that is known, else a topic: by what the reader may read."""
    if recorded(store, reader, [words]):
        return "person"
    if any(names(words, label) for label in labels(store, reader)):
        return "body"
    return "topic"


def _listed(at: Desk, chat: int, language: Language) -> tuple[str, list[buttons.Row]]:
    followed = follows_of(at.store, chat)
    lines = [say(language, "follow.heading" if followed else "follow.nothing")]
    for one in followed:
        sign = "🔕" if one.muted else "🔔"
        lines.append(
            f"{sign} {say(language, 'follow.line', words=one.words, kind=say(language, f'follow.{one.kind}'))}"
        )
    return "\n".join((*lines, say(language, "follow.usage"))), rows_for(followed, language, is_list=True)


async def _may(press: Press) -> bool:
    """Who began it, and who may set what holds for the chat."""
    followed = await asyncio.to_thread(follows_of, press.at.store, press.message.chat.id)
    own = any(one.row == press.action["row"] and one.by == press.query.from_user.id for one in followed)
    if own or press.message.chat.type == Chat.PRIVATE or await may_set_by_press(press):
        return True
    await answer(press.query, say(press.language, "alert.not_yours"))
    return False


async def _show_again(press: Press) -> None:
    """The message's buttons as they are now; the list's words too."""
    at, chat, number, among = press.at, press.message.chat.id, press.message.message_id, press.action["among"]
    text, rows = await asyncio.to_thread(_listed, at, chat, press.language)
    if press.action["is_list"]:
        keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat, rows)
        await sending.edit(press.context.bot, chat, number, html.sentence(text)[0], keyboard)
        return
    left = [one for one in await asyncio.to_thread(follows_of, at.store, chat) if one.row in among]
    rows = rows_for(left, press.language, is_list=False)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat, rows)
    await sending.edit_keyboard(press.context.bot, chat, number, keyboard)


async def _say(message: Message, text: str, rows: list[buttons.Row], context: ContextTypes.DEFAULT_TYPE) -> None:
    keyboard = await asyncio.to_thread(buttons.keyboard, desk(context).memories, message.chat.id, rows)
    await sending.reply(context.bot, message, html.sentence(text), keyboard)
