"""Inline mode: `@bot words` in any chat offers cited paragraphs, of what the person who types may read."""

import asyncio

from telegram import InlineQuery, InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.desk import Desk, desk
from bot.handlers.languages import language_of_user
from bot.memories import new_key
from bot.render import html, snippet
from bot.render.clean import label
from bot.sending import NO_PREVIEW
from bot.texts import say
from retrieval.records import Language, Passage

PAGE = 10
MOST = 50
"""Of all pages; whoever needs more needs better words."""
_LONGEST_TITLE = 60


async def typed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Offers a page of paragraphs; nothing for no words."""
    query = update.inline_query
    if query is None:
        return
    at, user, words = desk(context), query.from_user, query.query.strip()
    first = int(query.offset) if query.offset.isascii() and query.offset.isdigit() and len(query.offset) < 4 else 0
    found = await at.search(user.id, words, min(MOST, first + PAGE + 1)) if words else []
    page = found[first : first + PAGE]
    link = _link(at, user.id, page, context)
    language = language_of_user(user)
    results = [_article(passage, words, f"{link}{n}", language) for n, passage in enumerate(page, 1)]
    await _answer(query, results, str(first + PAGE) if len(found) > first + PAGE else "")


async def _answer(query: InlineQuery, results: list[InlineQueryResultArticle], more_at: str) -> None:
    """Telegram keeps nothing of it, since what may be read changes; whoever typed on no longer waits."""
    try:
        await query.answer(results, cache_time=0, is_personal=True, next_offset=more_at)
    except BadRequest as error:
        if "too old" not in error.message:
            raise


def _link(at: Desk, user: int, page: list[Passage], context: ContextTypes.DEFAULT_TYPE) -> str:
    """What a paragraph's number on the page, from 1, makes a link to it of."""
    places = [[passage.report, passage.para, 0, len(passage.text)] for passage in page]
    key = new_key()
    if places:
        at.later(asyncio.to_thread(at.memories.passages.keep, key, user, places))
    return f"https://t.me/{context.bot.username}?start={key}-"


def _article(passage: Passage, words: str, link: str, language: Language) -> InlineQueryResultArticle:
    part = html.of_document(snippet.sent(passage, words, link, language))[0]
    return InlineQueryResultArticle(
        f"{passage.number}.{passage.para}",
        label(passage.title, _LONGEST_TITLE) or say(language, "answer.no_title"),
        InputTextMessageContent(part.html, ParseMode.HTML, link_preview_options=NO_PREVIEW),
        description=label(snippet.offered(passage, words)),
    )
