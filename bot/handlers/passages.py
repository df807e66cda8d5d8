"""The passage around a source: by button where the answer stands, by link in private."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import Chat, InlineKeyboardMarkup, Message
from telegram.ext import ContextTypes

from bot import buttons, heard, sending
from bot.admin.audience import is_there
from bot.desk import Desk, desk
from bot.handlers.languages import language_for
from bot.handlers.links import led_to
from bot.handlers.presses import Press, answer
from bot.memories import Action
from bot.render import html
from bot.render.passage import passage
from bot.texts import say
from data.records import Reader, Span

Shown = tuple[html.Part, InlineKeyboardMarkup | None]


@dataclass(frozen=True, slots=True)
class _Looking:
    """Somebody in a chat who looks at the sources of an answer that stands there or elsewhere."""

    at: Desk
    chat: int
    user: int
    context: ContextTypes.DEFAULT_TYPE

    async def reader(self, of: int) -> Reader:
        """What the answer's chat reads where this is it, or where the person is in it; else what is read here."""
        inside = of != self.chat and await is_there(of, self.user, self.context)
        return await self.at.reader(of if inside else self.chat)


async def turn(press: Press) -> None:
    """Shows a source of the answer above the button; turning the page changes the message in place."""
    chat, message = press.message.chat.id, press.message
    shown = await _shown(_Looking(press.at, chat, press.query.from_user.id, press.context), press.action)
    if shown is None:
        await answer(press.query, say(press.language, "passage.gone"))
        return
    await answer(press.query)
    part, keyboard = shown
    if press.action.get("paging"):
        await sending.edit(press.context.bot, chat, message.message_id, part, keyboard)
    else:
        await sending.reply(press.context.bot, message, [part], keyboard)


async def opened(message: Message, context: ContextTypes.DEFAULT_TYPE) -> bool:
    """Shows the source that `/start` leads to; whether the message held a link at all."""
    at, language, parameter = desk(context), language_for(message, context), heard.argument(message)
    if not parameter or message.chat.type != Chat.PRIVATE or message.from_user is None:
        return False
    await at.settled()
    key, place = led_to(parameter)
    kept = await asyncio.to_thread(at.memories.passages.get, key)
    shown = None
    if kept is not None and 0 <= place < len(kept["places"]):
        action = buttons.source(kept["places"], place, language) | {"of": kept["of"]}
        shown = await _shown(_Looking(at, message.chat.id, message.from_user.id, context), action)
    if shown is None:
        await sending.reply(context.bot, message, html.sentence(say(language, "passage.gone_link")))
    else:
        await sending.reply(context.bot, message, [shown[0]], shown[1])
    return True


async def _shown(looking: _Looking, action: Action) -> Shown | None:
    """The passage and its buttons; None where the report is gone or not for this person."""
    at, language = looking.at, action["language"]
    places: Sequence[Sequence[Any]] = action["places"]
    report, para, start, end = places[action["at"]]
    reader = await looking.reader(action.get("of", looking.chat))
    stored = await asyncio.to_thread(at.store.by_id, reader, report)
    if stored is None:
        return None
    said = passage(stored.report, Span(para, start, end), action["at"], len(places), language)
    copied = buttons.copying(stored.report.text(para)[start:end], stored.report.title, language)
    rows = [*buttons.pages(action["at"], len(places), action, language), copied]
    keyboard = await asyncio.to_thread(buttons.keyboard, at.memories, looking.chat, rows)
    return html.of_document(said)[0], keyboard
