"""`/settings`: what a chat has set, and the buttons that change it; in groups its admins' alone."""

import asyncio
from collections.abc import Mapping

from telegram import Chat, Update
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin.chat_admins import may_set, may_set_by_press
from bot.desk import Desk, desk
from bot.handlers.languages import language_for, language_in
from bot.handlers.presses import Press, answer
from bot.news import digesting
from bot.render import html
from bot.texts import LANGUAGES, say
from data.store.digests import digest_of
from retrieval.records import Language

Shown = tuple[html.Part, list[buttons.Row]]


async def command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Shows them to whoever may change them."""
    message = update.message
    if message is None:
        return
    at, language = desk(context), language_for(message, context)
    if not await may_set(message, context):
        await sending.reply(context.bot, message, html.sentence(say(language, "settings.only_admins")))
        return
    part, rows = await asyncio.to_thread(_now, at, message.chat, language)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, message.chat.id, rows)
    await sending.reply(context.bot, message, [part], keyboard)


async def change(press: Press) -> None:
    """Changes one, and shows all as they are now."""
    if not await may_set_by_press(press):
        await answer(press.query, say(press.language, "settings.only_admins"))
        return
    await answer(press.query)
    at, chat = press.at, press.message.chat
    what, value = press.action["what"], press.action["value"]
    if what == "digest":
        topic = heard.topic(press.message) or 0
        await asyncio.to_thread(digesting.change, at, chat.id, topic, press.language, is_on=value)
    else:
        await asyncio.to_thread(at.preferences.change, chat.id, **{what: value})
    language = language_in(chat, press.query.from_user, press.context)
    part, rows = await asyncio.to_thread(_now, at, chat, language)
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, chat.id, rows)
    await sending.edit(press.context.bot, chat.id, press.message.message_id, part, keyboard)


def _now(at: Desk, chat: Chat, language: Language) -> Shown:
    chosen = at.preferences.of(chat.id)
    switches = {"eyes": chosen.eyes, "votes": chosen.votes, "digest": digest_of(at.store, chat.id) is not None}
    if chat.type == Chat.PRIVATE:
        del switches["eyes"]  # the sign is for groups only
    return shown(chosen.language, switches, language)


def shown(chosen: Language | None, switches: Mapping[str, bool], language: Language) -> Shown:
    """A line and a button for each switch, of the languages a button each."""
    lines = [
        say(language, "settings.heading"),
        say(language, "settings.language", words=_named(chosen, language)),
    ]
    lines += [_line(what, language, is_on=is_on) for what, is_on in switches.items()]
    tongues = [_tongue(one, chosen, language) for one in (None, *LANGUAGES)]
    rows = [tongues[:2], tongues[2:], *([_switch(what, language, is_on=is_on)] for what, is_on in switches.items())]
    return html.sentence("\n".join(lines))[0], rows


def _named(one: Language | None, language: Language) -> str:
    return say(one, "settings.tongue") if one else say(language, "settings.as_asked")


def _line(what: str, language: Language, *, is_on: bool) -> str:
    state = say(language, "settings.on" if is_on else "settings.off")
    return say(language, "settings.line", what=say(language, f"settings.{what}"), state=state)


def _tongue(one: Language | None, chosen: Language | None, language: Language) -> tuple[str, dict[str, object]]:
    mark = "✓ " if one == chosen else ""
    return mark + _named(one, language), {"do": "setting", "what": "language", "value": one, "language": language}


def _switch(what: str, language: Language, *, is_on: bool) -> tuple[str, dict[str, object]]:
    key = "settings.turn_off" if is_on else "settings.turn_on"
    action = {"do": "setting", "what": what, "value": not is_on, "language": language}
    return say(language, key, what=say(language, f"settings.{what}")), action
