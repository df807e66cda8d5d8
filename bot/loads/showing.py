"""How a batch looks: one report as its card, several as a list; and the buttons for what waits or can be taken back."""

import asyncio

from telegram import Chat, InlineKeyboardMarkup
from telegram.ext import ContextTypes

from bot import buttons
from bot.admin import audience
from bot.desk import desk
from bot.loads import loaded
from bot.loads.admitting import Outcome, reasons
from bot.loads.batch import Batch
from bot.loads.intake import Seen, Taken
from bot.memories import Action
from bot.render import html
from bot.render.card import card
from bot.render.draft import draft
from bot.texts import say
from data.records import PUBLIC
from retrieval.records import Language

Shown = tuple[html.Part, InlineKeyboardMarkup | None]


async def shown(batch: Batch, key: str, last: Outcome, chat: Chat, context: ContextTypes.DEFAULT_TYPE) -> Shown:
    """The message that shows a batch kept under `key`; `last` is what became of its last item."""
    if len(batch.entries) == 1:
        part, rows = _card(batch, last), await _under_card(batch, key, last, chat, context)
    else:
        part, rows = _list(batch), await _under_list(batch, key, chat, context)
    at, user = desk(context), None if _is_for_all(batch, last) else batch.user
    return part, await asyncio.to_thread(buttons.keyboard, at.memories, chat.id, rows, user)


async def choice(batch: Batch, key: str, chat: Chat, context: ContextTypes.DEFAULT_TYPE) -> InlineKeyboardMarkup | None:
    """For whom what waits may be meant, as buttons."""
    action = _action("for_whom", key, batch.language)
    rows = await audience.choices(batch.user, action, batch.language, context)
    return await asyncio.to_thread(buttons.keyboard, desk(context).memories, chat.id, rows, batch.user)


def _card(batch: Batch, last: Outcome) -> html.Part:
    language = batch.language
    if isinstance(last, str):
        return html.sentence(last)[0]
    if isinstance(last, Seen):
        return html.of_document(draft(last.report, last.facts, reasons(last, language), _for_whom(batch), language))[0]
    return html.of_document(card(_said(last, language), last.loaded.report, last.loaded.facts, language))[0]


def _for_whom(batch: Batch) -> str:
    """Who could read it: everybody, the group that was chosen in private, or the group where it was sent."""
    if batch.collection == PUBLIC:
        return say(batch.language, "draft.for_everyone")
    return (
        say(batch.language, "draft.for_group", title=batch.title)
        if batch.title
        else say(batch.language, "draft.for_here")
    )


async def _under_card(
    batch: Batch, key: str, last: Outcome, chat: Chat, context: ContextTypes.DEFAULT_TYPE
) -> list[buttons.Row]:
    if isinstance(last, Taken):
        return await loaded.rows(chat, batch.user, last, batch.language, context)
    return await _waiting(batch, key, chat, context)


def _list(batch: Batch) -> html.Part:
    heading = say(batch.language, "load.batch", count=len(batch.entries))
    return html.sentence("\n".join((heading, *(entry.line for entry in batch.entries))))[0]


async def _under_list(batch: Batch, key: str, chat: Chat, context: ContextTypes.DEFAULT_TYPE) -> list[buttons.Row]:
    back = (say(batch.language, "button.take_back_all"), _action("take_back_all", key, batch.language))
    is_loaded = any(entry.state == "loaded" for entry in batch.entries)
    return [*await _waiting(batch, key, chat, context), *([[back]] if is_loaded else [])]


async def _waiting(batch: Batch, key: str, chat: Chat, context: ContextTypes.DEFAULT_TYPE) -> list[buttons.Row]:
    """Yes and no for what waits, and for whom where there is a choice."""
    language, count = batch.language, batch.waiting()
    if not count:
        return []
    label = say(language, "button.confirm") if len(batch.entries) == 1 else say(language, "button.confirm_all", n=count)
    row = [
        (label, _action("confirm", key, language)),
        (say(language, "button.cancel"), _action("cancel", key, language)),
    ]
    if chat.type != Chat.PRIVATE or not await audience.shared(batch.user, context):
        return [row]
    return [row, [(say(language, "button.for_whom"), _action("choose", key, language))]]


def _action(name: str, key: str, language: Language) -> Action:
    return {"do": f"load_{name}", "batch": key, "language": language}


def _is_for_all(batch: Batch, last: Outcome) -> bool:
    """Under a loaded report's card stand its questions, which are everybody's; each right is looked at when pressed."""
    return len(batch.entries) == 1 and isinstance(last, Taken)


def _said(taken: Taken, language: Language) -> str:
    saved = taken.loaded.saved
    heading = say(language, "load.loaded" if saved.created else "load.known", number=saved.number)
    return heading if taken.earlier is None else heading + say(language, "load.superseded", number=taken.earlier)
